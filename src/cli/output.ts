import { closeSync, openSync, writeFileSync } from "node:fs";
import { UsageError } from "./arguments/values.js";

/** Before the work, not after it. @throws UsageError for a file that cannot be written. */
export function checkWritable(...targets: ReadonlyArray<string | undefined>): void {
  for (const file of targets) {
    if (file === undefined || file === "-") continue;
    try {
      closeSync(openSync(file, "a"));
    } catch {
      throw new UsageError(`${file} cannot be written: is its folder there, and may you write to it?`);
    }
  }
}

/** To a file, or to standard output for "-". Waits until all is handed on: a pipe takes what its reader has room for. */
export async function write(target: string, text: string): Promise<void> {
  if (target !== "-") writeFileSync(target, text);
  else await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
}
