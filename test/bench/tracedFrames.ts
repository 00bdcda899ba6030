import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";

/** Frames of a page, as the browser's own trace has them. */
export interface TracedFrames {
  readonly presented: number;
  /** What the performance panel of the browser marks as dropped: an update was due, and the screen showed none. */
  readonly dropped: number;
  /** What the main thread took for one frame at most, milliseconds: script, style, layout, painting, commit. */
  readonly longest: number;
}

/** One event of a trace, as far as it is looked at; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly ts: number;
  readonly dur?: number;
}

const CATEGORIES = ["disabled-by-default-devtools.timeline.frame", "blink.user_timing", "cc"];
const [BEGIN, END] = ["traced frames begin", "traced frames end"];

/** Time for the browser to begin or end its trace, and for the page to come to rest. */
const QUIET_MS = 400;

/** Until what was done last is on the screen; nothing moves there any more. */
const SHOWN_MS = 100;

/** The frames of a page while something is done to it. */
export async function tracedFrames(browser: Browser, page: Page, act: () => Promise<void>): Promise<TracedFrames> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await sleep(QUIET_MS);
  await page.evaluate((name) => performance.mark(name), BEGIN);
  await act();
  await sleep(SHOWN_MS);
  await page.evaluate((name) => performance.mark(name), END);
  await sleep(QUIET_MS);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  return countFrames(trace.traceEvents);
}

/** Counts between the two marks, in the process that set them. @throws Error where the trace has none. */
export function countFrames(events: readonly TraceEvent[]): TracedFrames {
  const [begin, end] = [BEGIN, END].map((mark) => events.find(({ name }) => name === mark));
  if (!begin || !end) throw new Error("The browser's trace lacks the marks of the page.");
  const within = events.filter(({ pid, ts }) => pid === begin.pid && ts >= begin.ts && ts <= end.ts);
  const named = (wanted: string) => within.filter(({ name }) => name === wanted);
  return {
    presented: named("DrawFrame").length,
    dropped: named("DroppedFrame").length,
    longest: Math.max(0, ...named("ProxyMain::BeginMainFrame").map(({ dur = 0 }) => dur / 1000)),
  };
}
