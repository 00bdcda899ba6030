import { readdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** What a folder holds. */
export interface Listing {
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** File names. */
  readonly files: readonly string[];
}

/** Lists folders, each once; hidden folders, node_modules and links to folders are passed over. */
export class FolderLister {
  private readonly known = new Map<string, Promise<Listing>>();

  /** @param most folders read at most: beyond, folders look empty, so that a huge tree cannot hold up a proposal. */
  constructor(private readonly most = 2000) {}

  list(folder: string): Promise<Listing> {
    const known = this.known.get(folder);
    if (known) return known;
    const listing = this.known.size < this.most ? read(folder) : Promise.resolve({ folders: [], files: [] });
    this.known.set(folder, listing);
    return listing;
  }

  /** Files below a folder for which `keep` holds, relative, with forward slashes. */
  async filesBelow(folder: string, keep: (name: string) => boolean): Promise<string[]> {
    const files: string[] = [];
    const walk = async (at: string): Promise<void> => {
      const listing = await this.list(at);
      const prefix = relative(folder, at).split(sep).join("/");
      for (const name of listing.files) if (keep(name)) files.push(prefix === "" ? name : `${prefix}/${name}`);
      for (const child of listing.folders) await walk(child);
    };
    await walk(folder);
    return files;
  }
}

async function read(folder: string): Promise<Listing> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const visible = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
    return {
      folders: visible.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name)),
      files: visible.filter((entry) => !entry.isDirectory()).map(({ name }) => name),
    };
  } catch {
    // A folder that may not be read proposes nothing.
    return { folders: [], files: [] };
  }
}

/** The folders above `folder`, nearest first, up to and with `root`; two of them where it is not below `root`. */
export function foldersAbove(folder: string, root: string | undefined): string[] {
  const above: string[] = [];
  for (let at = dirname(folder); at !== dirname(at); at = dirname(at)) {
    above.push(at);
    if (at === root) return above;
  }
  return above.slice(0, 2);
}

/** Whether `path` is `folder` or below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
