import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { planPairs } from "./folders.js";
import { isMaskFile } from "./listMasks.js";

/** Files that people keep masks in, and that are not read. */
const otherFormats =
  "tif tiff jpg jpeg bmp gif webp tga ppm pgm pbm exr npz pt pth mat nii gz mha nrrd h5 hdf5 zarr pkl".split(" ");

/** How many files below a folder could be masks in a format that is not read, by extension: "2 .jpg, 1 .tif"; or null. */
export async function unreadFormats(folder: string): Promise<string | null> {
  const counts = new Map<string, number>();
  for (const entry of await entriesBelow(folder)) {
    const extension = extname(entry).toLowerCase();
    if (!otherFormats.includes(extension.slice(1))) continue;
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return counts.size === 0 ? null : Array.from(counts, ([extension, n]) => `${n} ${extension}`).join(", ");
}

/** The sub-folders of a folder whose masks have partners, where those of the whole have none: a folder a model, say. */
export async function subfoldersThatPair(folder: string, truth: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const paired: string[] = [];
  for (const { name } of folders) {
    const { jobs } = await planPairs(join(folder, name), truth);
    if (jobs.length > 0) paired.push(join(folder, name));
  }
  return paired.sort();
}

async function entriesBelow(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive: true })).filter((path) => !isMaskFile(path));
  } catch {
    // A single file, or a folder that may not be read: that is told elsewhere.
    return [];
  }
}
