import type { LabelClass } from "../core/labels/classes.js";
import type { ClassMapFile } from "./pairJob.js";

/** Class maps of one image by the path that its file has inside every class's folder. */
export type ClassFolders = ReadonlyMap<string, readonly ClassMapFile[]>;

/**
 * Predictions that lie as `CLASS/name.png`, one folder a class, named by the name or the id of the class.
 * @param files relative paths with forward slashes.
 * @param classes the listed classes; without a list only folders named by numbers count.
 * @returns null when the files do not lie so: a file outside the folders, a folder that is no class, or one folder only.
 */
export function classFolders(
  files: readonly string[],
  classes: readonly LabelClass[] | undefined,
): ClassFolders | null {
  const idOf = new Map<string, number | null>();
  const groups = new Map<string, ClassMapFile[]>();
  for (const file of files) {
    const slash = file.indexOf("/");
    if (slash < 0) return null;
    const folder = file.slice(0, slash);
    const id = idOf.get(folder) ?? classOf(folder, classes);
    if (id === null) return null;
    idOf.set(folder, id);
    // The extension may differ between classes: the stem is what they share.
    const inside = file.slice(slash + 1);
    const stem = inside.replace(/\.[^./]+$/, "");
    groups.set(stem, [...(groups.get(stem) ?? []), { id, file }]);
  }
  const ids = new Set(idOf.values());
  return ids.size < 2 || ids.size < idOf.size ? null : groups;
}

function classOf(folder: string, classes: readonly LabelClass[] | undefined): number | null {
  const number = /^\d{1,5}$/.test(folder) ? Number(folder) : null;
  if (classes === undefined) return number;
  const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();
  const named = classes.find(({ name }) => name === folder) ?? classes.find(({ name }) => same(name, folder));
  return (named ?? classes.find(({ id }) => id === number))?.id ?? null;
}
