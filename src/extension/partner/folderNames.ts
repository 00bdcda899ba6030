import { basename } from "node:path";
import { isNamedAsTruth } from "../../pairing/index.js";

/** Whether a folder's last name, or a word of it, is one of `names`: "val_images" and "Images" are, for "images". */
export function isNamedLike(folder: string, names: readonly string[]): boolean {
  const last = basename(folder);
  const wanted = new Set(names.map(plain));
  const words = last.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/);
  return wanted.has(plain(last)) || words.some((word) => wanted.has(plain(word)));
}

/** Whether a folder is named like ground truth. @param more names beside the usual ones. */
export function isNamedLikeTruth(folder: string, more: readonly string[]): boolean {
  return isNamedAsTruth(basename(folder)) || isNamedLike(folder, more);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}
