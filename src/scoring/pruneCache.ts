import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ENTRY, isOfCache } from "./rowCache.js";

/** Bytes that a cache may take: some ten thousand pairs. */
export const MOST_BYTES = 512 * 2 ** 20;

/** Half-written files are older than this only if their writer died. */
const ABANDONED_MS = 3_600_000;

/**
 * Brings a cache below its limit: what was not used for longest goes first. Several processes may do so at once, and the
 * folder may vanish meanwhile. Files that are not the cache's are left alone.
 */
export async function pruneCache(folder: string, most = MOST_BYTES): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.filter(isOfCache).map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { path, size, mtimeMs, isEntry: name.endsWith(ENTRY) };
    }),
  );
  const abandoned = files.filter(({ isEntry, mtimeMs }) => !isEntry && Date.now() - mtimeMs > ABANDONED_MS);
  const entries = files.filter(({ isEntry }) => isEntry).sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  const tooMany = entries.filter(({ size }) => {
    bytes += size;
    return bytes > most;
  });
  await Promise.all([...abandoned, ...tooMany].map(({ path }) => rm(path, { force: true })));
}
