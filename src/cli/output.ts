import { closeSync, openSync, writeFileSync } from "node:fs";
import { FileError } from "./fileError.js";

/**
 * To a file, which it names on standard error, or to standard output for "-". Waits until all is handed on: a pipe takes what its reader has room for.
 *
 * @param text whole, or in pieces that are made as they are written.
 */
export async function write(target: string, text: string | Iterable<string>): Promise<void> {
  const pieces = typeof text === "string" ? [text] : inChunks(text);
  if (target === "-") {
    for (const piece of pieces) await new Promise<void>((resolve) => process.stdout.write(piece, () => resolve()));
    return;
  }
  try {
    const file = openSync(target, "w");
    try {
      for (const piece of pieces) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new FileError(`${target} could not be written to its end (${error.message}): is its disk full?`);
  }
  process.stderr.write(`written to ${target}\n`);
}

/** Characters written at once. */
const CHUNK = 1 << 18;

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
