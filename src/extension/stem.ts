import { basename, extname } from "node:path";

/** File name without extension. */
export function stemOf(file: string): string {
  return basename(file, extname(file));
}
