import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Rerooting, rerooted, rerootings, slashed } from "../../pairing/reroot.js";

/** Where files named by a scores file are today. */
export interface Located {
  /** null: they are where the scores file says. */
  readonly rerooting: Rerooting | null;
  /** Files that are nowhere, as the scores file names them. */
  readonly missing: readonly string[];
}

/** How far up from the scores file is looked. */
const ANCESTORS = 6;
/** Files whose name is looked for: any of them may be gone. */
const SAMPLES = 3;

/**
 * Finds files that a scores file names, on this machine: as named, below a folder that holds the scores file, or wherever
 * `search` finds a file of that name. Where several places are possible, the one with most of the files counts.
 *
 * @param files with forward slashes, absolute or relative to the folder that the command line ran in.
 * @param near folder of the scores file.
 */
export async function locateFiles(
  files: readonly string[],
  near: string,
  search: (name: string) => Promise<readonly string[]>,
): Promise<Located> {
  const folders = new Map<string, Promise<ReadonlySet<string>>>();
  const isThere = async (file: string) => {
    const folder = dirname(file);
    const names =
      folders.get(folder) ??
      readdir(folder)
        .then((list) => new Set(list))
        .catch(() => new Set<string>());
    folders.set(folder, names);
    return (await names).has(basename(file));
  };
  const missingUnder = async (rerooting: Rerooting | null) => {
    const paths = files.map((file) => (rerooting ? rerooted(file, rerooting) : file));
    const there = await Promise.all(paths.map((path) => path.startsWith(".") || isThere(path)));
    return files.filter((_, i) => !there[i]);
  };

  let best: Located = { rerooting: null, missing: isAbsolute(files) ? await missingUnder(null) : files };
  if (best.missing.length === 0) return best;
  for (const rerooting of await candidates(best.missing, near, search, isThere)) {
    const missing = await missingUnder(rerooting);
    if (missing.length < best.missing.length) best = { rerooting, missing };
    if (missing.length === 0) break;
  }
  return best;
}

async function candidates(
  missing: readonly string[],
  near: string,
  search: (name: string) => Promise<readonly string[]>,
  isThere: (file: string) => Promise<boolean>,
): Promise<Rerooting[]> {
  const found = new Map<string, Rerooting>();
  const step = Math.max(1, Math.floor(missing.length / SAMPLES));
  for (const file of missing.filter((_, i) => i % step === 0).slice(0, SAMPLES)) {
    const present = [...(await besides(file, near, isThere)), ...(await search(basename(file))).map(slashed)];
    for (const rerooting of rerootings(file, present)) found.set(JSON.stringify(rerooting), rerooting);
  }
  return Array.from(found.values());
}

/** The file below the scores file's folder or one of those around it, by as many of its last segments as fit. */
async function besides(file: string, near: string, isThere: (file: string) => Promise<boolean>): Promise<string[]> {
  const parts = file.split("/").filter((part) => part !== "" && part !== "..");
  const present: string[] = [];
  let folder = near;
  for (let up = 0; up < ANCESTORS && folder !== dirname(folder); up++, folder = dirname(folder)) {
    for (let from = 0; from < parts.length; from++) {
      const path = slashed(join(folder, ...parts.slice(from)));
      if (await isThere(path)) present.push(path);
    }
  }
  return present;
}

function isAbsolute([first = ""]: readonly string[]): boolean {
  return first.startsWith("/") || /^[A-Za-z]:\//.test(first);
}
