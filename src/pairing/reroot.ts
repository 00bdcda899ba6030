/** Where a tree of files lies now: what was below `from` is below `to`. Forward slashes, no slash at the end. */
export interface Rerooting {
  readonly from: string;
  readonly to: string;
}

/** A path of any system with forward slashes. */
export function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** The deepest folder that holds all files; "" where they share none. Paths have forward slashes. */
export function commonFolder(files: readonly string[]): string {
  const [first = "", ...others] = files;
  let shared = first.split("/").slice(0, -1);
  for (const file of others) {
    const parts = file.split("/");
    const different = shared.findIndex((part, i) => part !== parts[i] || i === parts.length - 1);
    if (different >= 0) shared = shared.slice(0, different);
  }
  return shared.join("/");
}

/**
 * How a file that was moved, or lies on another machine, corresponds to files that are here: by the segments at the end
 * of both paths. Those that share most come first; what shares not even the file name is left out.
 */
export function rerootings(stored: string, present: readonly string[]): Rerooting[] {
  const old = stored.split("/");
  const found = present.flatMap((path) => {
    const now = path.split("/");
    let same = 0;
    while (same < Math.min(old.length, now.length) && old.at(-1 - same) === now.at(-1 - same)) same++;
    const from = old.slice(0, old.length - same).join("/");
    return same > 0 ? [{ same, from, to: now.slice(0, now.length - same).join("/") }] : [];
  });
  return found.sort((a, b) => b.same - a.same).map(({ from, to }) => ({ from, to }));
}

/** The path of today. A path outside `from` stays as it is. */
export function rerooted(path: string, { from, to }: Rerooting): string {
  if (from === "") return path.startsWith("/") ? `${to}${path}` : `${to}/${path}`;
  return path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path;
}
