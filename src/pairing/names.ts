/** "city/road_0412.png" as folder "city/" and base "road_0412". */
export interface Name {
  /** With its last slash, or empty. */
  readonly folder: string;
  /** File name without extension. */
  readonly base: string;
}

/** Splits a relative path with forward slashes. A leading dot is no extension. */
export function nameOf(path: string): Name {
  const slash = path.lastIndexOf("/") + 1;
  const dot = path.lastIndexOf(".");
  return { folder: path.slice(0, slash), base: path.slice(slash, dot > slash ? dot : path.length) };
}

/** Relative path without extension: the same for the two files of a pair. */
export function stemOf(path: string): string {
  const { folder, base } = nameOf(path);
  return folder + base;
}
