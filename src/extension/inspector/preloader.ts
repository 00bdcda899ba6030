import { setTimeout as sleep } from "node:timers/promises";
import type { SentPair } from "../../protocol/pairView.js";
import type { PairJob } from "../../scoring/pairJob.js";

/** How long the page is left to paint what it was asked for, and to ask for what it lacks: that goes first. */
const IDLE_MS = 200;
/** As many as the page keeps. */
const MOST = 6;

/** What preloading needs of a page and its surroundings. */
export interface PreloadContext {
  /** Pairs likely to be asked for next, the likeliest first. */
  next(): readonly PairJob[];
  /** Names a pair as its files and settings are now. */
  key(job: PairJob): Promise<string>;
  /** Undefined: it has no pixels to show. */
  load(job: PairJob): Promise<SentPair | undefined>;
  /** Ends when the page has taken it. */
  send(key: string, view: SentPair): Promise<void>;
}

/** Reads the neighbours of the pair shown while nothing else is to do, and sends them to the page ahead of time. */
export class Preloader {
  private sent: string[] = [];
  private turn = 0;

  constructor(private readonly context: PreloadContext) {}

  /** The person moved on: what is under way is the last. */
  cancel(): void {
    this.turn++;
  }

  /** The page is a new one: it holds nothing. */
  forget(): void {
    this.cancel();
    this.sent = [];
  }

  /** Whether the page may hold a pair: it may have let go of it since. */
  has(key: string): boolean {
    return this.sent.includes(key);
  }

  /** A pair reached the page otherwise. */
  note(key: string): void {
    this.sent = [...this.sent.filter((other) => other !== key), key].slice(-MOST);
  }

  /** Sends what the page lacks, one pair after the other. */
  async run(): Promise<void> {
    const turn = ++this.turn;
    const { next, key: keyOf, load, send } = this.context;
    await sleep(IDLE_MS);
    for (const job of next()) {
      if (turn !== this.turn) return;
      const key = await keyOf(job);
      if (this.has(key)) continue;
      const view = await load(job);
      if (turn !== this.turn) return;
      if (!view) continue;
      await send(key, view);
      this.note(key);
    }
  }
}
