import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { Rescorer } from "../scoring/rescorer.js";
import type { Scorer } from "../scoring/scorer.js";
import type { ImageFinder } from "./partner/imageFinder.js";
import type { Memory } from "./partner/memory.js";
import type { Runs } from "./runs/runs.js";
import type { Session } from "./session.js";

/** What the parts of the extension share. */
export interface App {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly memory: Memory;
  readonly session: Session;
  readonly runs: Runs;
  readonly images: ImageFinder;
  /** Starts its workers when it is first used. */
  readonly scorer: Scorer;
  readonly rescorer: Pick<Rescorer, "rescore" | "close">;
}
