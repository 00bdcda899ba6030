/** Where the file name of a relative path with forward slashes begins. */
export function baseAt(path: string): number {
  return path.lastIndexOf("/") + 1;
}

/** Relative path without extension: the same for the two files of a pair. A leading dot begins no extension. */
export function stemOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > baseAt(path) ? path.slice(0, dot) : path;
}

/** File name without folder and extension. */
export function baseOf(path: string): string {
  const stem = stemOf(path);
  return stem.slice(baseAt(stem));
}
