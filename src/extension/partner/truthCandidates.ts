import { setImmediate } from "node:timers/promises";
import { naturalOrder, type RankedFolder, rankTruthFolders } from "../../pairing/index.js";
import { isMaskFile } from "../../scoring/listMasks.js";
import { isNamedLike, isNamedLikeTruth } from "./folderNames.js";
import { FolderLister, foldersAbove, isWithin } from "./subfolders.js";

export interface CandidateOptions {
  /** The workspace folder: nothing above it is looked at. */
  readonly root?: string | undefined;
  /** Further names that say ground truth. */
  readonly truthNames: readonly string[];
  /** Names that say source images: such folders come last, since photographs pair as well as masks do. */
  readonly imageNames: readonly string[];
}

export interface Candidate extends RankedFolder {
  /** Named like source images. */
  readonly images: boolean;
}

/** How many levels below the folders beside the masks are searched. */
const DEPTH = 2;

/**
 * Folders whose files pair with those of `masks`, best first: from the folders beside it and beside the folders above
 * it, with their sub-folders. Those that pair nothing are left out.
 * @param masks absolute path of the folder whose partner is sought.
 */
export async function partnerFolders(masks: string, options: CandidateOptions): Promise<Candidate[]> {
  const lister = new FolderLister();
  const files = await lister.filesBelow(masks, isMaskFile);
  const nested = files.some((file) => file.includes("/"));
  const candidates: Candidate[] = [];
  for (const folder of await foldersNearby(lister, masks, options.root)) {
    // Where no sub-folders are to be mirrored, a folder of folders would only pair the same files once more.
    const below = nested
      ? await lister.filesBelow(folder, isMaskFile)
      : (await lister.list(folder)).files.filter(isMaskFile);
    if (below.length === 0) continue;
    // Thousands of names take a while to compare: others get their turn in between.
    await setImmediate();
    for (const ranked of rankTruthFolders(files, [{ folder, files: below }])) {
      const named = ranked.named || isNamedLikeTruth(folder, options.truthNames);
      if (ranked.pairs > 0) {
        candidates.push({ ...ranked, named, images: !named && isNamedLike(folder, options.imageNames) });
      }
    }
  }
  return candidates.sort(bestFirst);
}

function bestFirst(a: Candidate, b: Candidate): number {
  return (
    Number(a.images) - Number(b.images) ||
    b.pairs - a.pairs ||
    Number(b.named) - Number(a.named) ||
    a.files - b.files ||
    naturalOrder(a.folder, b.folder)
  );
}

async function foldersNearby(lister: FolderLister, masks: string, root: string | undefined): Promise<Set<string>> {
  const found = new Set<string>();
  const visit = async (folder: string, depth: number): Promise<void> => {
    if (isWithin(masks, folder)) return;
    // The folders above the masks hold them: they are searched, but are no partners themselves.
    if (!isWithin(folder, masks)) found.add(folder);
    if (depth === 0) return;
    for (const child of (await lister.list(folder)).folders) await visit(child, depth - 1);
  };
  for (const above of foldersAbove(masks, root)) {
    for (const beside of (await lister.list(above)).folders) await visit(beside, DEPTH);
  }
  return found;
}
