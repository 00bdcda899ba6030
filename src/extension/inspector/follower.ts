import { type Disposable, window } from "vscode";
import { activeFile } from "../activeFile.js";
import type { App } from "../app.js";
import { glance } from "../partner/inspectMask.js";
import type { Target } from "../target.js";

/** Whoever walks through files quickly is not followed to each. */
const SETTLE_MS = 150;

/** Someone who shows the pair of the mask file that a person looks at. */
export interface FollowerEvents {
  /** Whether anybody would show the pair of this file: only then is its partner searched. */
  wants(file: string): boolean;
  show(target: Target): void;
}

/**
 * Follows the mask file in the active editor, an image preview or a custom editor. What is selected in the Explorer
 * without being opened is not told to extensions.
 */
export class Follower implements Disposable {
  /** Counts what was asked for, so that a slow search does not replace a later choice. */
  private turn = 0;
  private timer: NodeJS.Timeout | undefined;
  /** The file that was active at the last change of tabs. */
  private seen: string | undefined;
  private readonly listener: Disposable;

  constructor(
    private readonly app: App,
    private readonly events: FollowerEvents,
  ) {
    this.listener = window.tabGroups.onDidChangeTabs(() => {
      const file = activeFile()?.fsPath;
      // Tabs also change when one is renamed or moved: that is no look at another file.
      if (file === this.seen) return;
      this.seen = file;
      this.look();
    });
  }

  /** Looks at the active editor now, as when there is somebody new to show it. */
  look(): void {
    const file = activeFile()?.fsPath;
    if (file === undefined || !this.events.wants(file)) return;
    const turn = ++this.turn;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      try {
        const target = await glance(this.app, file);
        if (target && turn === this.turn) this.events.show(target);
      } catch (error) {
        this.app.log.warn(`follow: ${String(error)}`);
      }
    }, SETTLE_MS);
  }

  /** Something else was chosen: a search under way is for nothing. */
  forget(): void {
    this.turn++;
    clearTimeout(this.timer);
  }

  dispose(): void {
    this.forget();
    this.listener.dispose();
  }
}
