import { type BigIntStats, closeSync, existsSync, fstatSync, openSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isMaskFile } from "../scoring/listMasks.js";
import { systemCode } from "../scoring/unreadable.js";
import { FileError } from "./fileError.js";

/**
 * Before the work, not after it.
 *
 * @param targets where to write, by the flag that says so.
 * @param inputs paths of what is read.
 * @throws FileError for a file that cannot be written, or that is another output, an input or a mask.
 */
export function checkOutputs(
  targets: Readonly<Partial<Record<string, string>>>,
  inputs: ReadonlyArray<string | undefined>,
): void {
  const made: string[] = [];
  const flags = new Map<string, string>();
  try {
    for (const [flag, file] of Object.entries(targets)) {
      if (file === undefined || file === "-") continue;
      refuseByName(flag, file);
      if (!existsSync(file)) made.push(file);
      const identity = identityToWrite(flag, file);
      if (identity === null) continue;
      const other = flags.get(identity);
      if (other !== undefined) throw new FileError(`--${other} and --${flag} are one file, ${file}: name two.`);
      flags.set(identity, flag);
      refuseInput(flag, file, identity, inputs);
    }
  } finally {
    // What is stopped before it ends leaves no empty file.
    for (const file of made) if (existsSync(file)) rmSync(realpathSync(file));
  }
}

function refuseByName(flag: string, file: string): void {
  if (file === "") throw new FileError(`--${flag} has an empty name: is a variable unset?`);
  if (statOf(file)?.isDirectory()) throw new FileError(`--${flag} ${file} is a folder: name a file in it.`);
  if (isMaskFile(file)) throw new FileError(`--${flag} ${file} has the name of a mask: give it another ending.`);
}

function refuseInput(flag: string, file: string, identity: string, inputs: ReadonlyArray<string | undefined>): void {
  const target = realpathSync(file);
  const input = inputs.find((path) => path !== undefined && identityOf(statOf(path)) === identity);
  if (input === undefined && !isMaskFile(target)) return;
  throw new FileError(`--${flag} ${file} would overwrite ${input ?? target}, which is read: name another file.`);
}

/** Opens a file for a moment, which makes it where it is not there. @returns null for a pipe or a device. */
function identityToWrite(flag: string, file: string): string | null {
  // Opened, a pipe would wait for its reader, and closed, be at its end for it.
  if (statOf(file)?.isFIFO()) return null;
  try {
    const handle = openSync(file, "a");
    const identity = identityOf(fstatSync(handle, { bigint: true }));
    closeSync(handle);
    return identity;
  } catch (error) {
    throw new FileError(`--${flag} ${file} cannot be written: ${whyNot(file, error)}`);
  }
}

function whyNot(file: string, error: unknown): string {
  const folder = dirname(file);
  if (!statOf(folder)?.isDirectory()) return `there is no folder ${folder}. Make it, or name another.`;
  const code = systemCode(error);
  if (code === "EACCES" || code === "EPERM") return "no permission. Name a file where you may write.";
  if (code === "EROFS") return "its disk is read-only. Name a file on another.";
  return `${error instanceof Error ? error.message : String(error)}. Name another file.`;
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

/** What a file has by all of its names; null for what is no file. */
function identityOf(stats: BigIntStats | undefined): string | null {
  return stats?.isFile() ? `${stats.dev}:${stats.ino}` : null;
}
