// Imported before anything else: a thread takes as long to start as the rest of this program to load, and they do so at
// the same time.

import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { startThreads, type Threads } from "../scoring/threads.js";

/** With more threads than this, one that also collects what the others send would keep them waiting. */
const FEW_THREADS = 4;

/** This thread is one of a few: a worker less is started, and scoring begins before any has. */
export function workersFor(threads: number): { readonly workers: number; readonly scoresHere: boolean } {
  const scoresHere = threads <= FEW_THREADS;
  return { workers: scoresHere ? threads - 1 : threads, scoresHere };
}

/** The threads that score, the first of which is about to start where a command will want it. */
export const firstThreads: Threads | undefined = startFirst(process.argv.slice(2));

function startFirst(args: readonly string[]): Threads | undefined {
  const jobs = Number(
    args.find((arg, i) => args[i - 1] === "--jobs" || arg.startsWith("--jobs="))?.replace("--jobs=", ""),
  );
  const { workers } = workersFor(Number.isSafeInteger(jobs) ? jobs : availableParallelism());
  // Whether the arguments are sound is found out later; a file is not worth a thread.
  return workers > 0 && args.slice(1).some(isFolder)
    ? startThreads(join(__dirname, "worker.js"), workers, 1)
    : undefined;
}

function isFolder(path: string): boolean {
  if (path.startsWith("-")) return false;
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // A link in a circle, say: that, too, is found out later.
    return false;
  }
}
