import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { maskExtensions } from "../formats/decode.js";
import { naturalOrder } from "../pairing/natural.js";
import { type Unreadable, unreadable } from "./unreadable.js";

/** What lies below a folder. */
export interface Listing {
  /** Mask files, relative, with forward slashes, in natural order. */
  readonly files: readonly string[];
  /** Of `files`, links that lead nowhere, and why. */
  readonly broken: ReadonlyMap<string, string>;
  /** What could be taken for masks, or for a folder of them, and is passed over: path and sentence. */
  readonly notes: readonly string[];
  /** Sub-folders that the system would not list. */
  readonly closed: ReadonlyArray<Unreadable & { readonly folder: string }>;
}

/** Entries of a folder that are read at once, and let go: it may have very many. */
const ENTRIES = 1024;

/**
 * Looks through a folder; hidden folders are passed over.
 *
 * @throws Error of the system where the folder itself cannot be listed.
 */
export async function listFolder(folder: string): Promise<Listing> {
  const files: string[] = [];
  const broken = new Map<string, string>();
  const notes: string[] = [];
  const closed: Array<Listing["closed"][number]> = [];
  /** @param at path inside the folder, ending in a slash unless empty. */
  const walk = async (at: string): Promise<void> => {
    for await (const entry of await opendir(join(folder, at), { bufferSize: ENTRIES })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const file = at + entry.name;
      const path = () => join(folder, file);
      const isNamedMask = isMaskFile(entry.name);
      const kind = entry.isSymbolicLink() ? await kindOfTarget(path()) : kindOf(entry);
      if (kind === "folder" && entry.isSymbolicLink()) {
        // It could lead in a circle.
        notes.push(`${path()}: This is a link to a folder, and is not followed: name that folder itself.`);
      } else if (kind === "folder") {
        if (isNamedMask) notes.push(`${path()}: This is a folder, not a mask.`);
        await walk(`${file}/`).catch((error: unknown) => closed.push({ folder: file, ...whyNot(path(), error) }));
      } else if (isNamedMask && kind === "other") {
        notes.push(`${path()}: This is neither a file nor a folder, and is not read.`);
      } else if (isNamedMask) {
        files.push(file);
        // So that it fails with a reason instead of vanishing.
        if (typeof kind === "object") broken.set(file, kind.reason);
      }
    }
  };
  await walk("");
  return { files: files.sort(naturalOrder), broken, notes, closed };
}

/** Mask files below a folder, as {@link listFolder} finds them. */
export async function listMasks(folder: string): Promise<readonly string[]> {
  return (await listFolder(folder)).files;
}

export function isMaskFile(name: string): boolean {
  return maskExtensions.includes(extname(name).slice(1).toLowerCase());
}

type Kind = "file" | "folder" | "other";

function kindOf(entry: Pick<Dirent, "isDirectory" | "isFile">): Kind {
  return entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other";
}

/** What a link leads to, or why it leads nowhere. */
async function kindOfTarget(link: string): Promise<Kind | Unreadable> {
  try {
    return kindOf(await stat(link));
  } catch (error) {
    return whyNot(link, error);
  }
}

function whyNot(path: string, error: unknown): Unreadable {
  const trouble = unreadable(path, error);
  // Nothing else throws here.
  if (!trouble) throw error;
  return trouble;
}
