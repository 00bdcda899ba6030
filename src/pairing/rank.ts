import { pairFolders } from "./folders.js";
import { naturalOrder } from "./natural.js";

/** A folder that may hold the ground truth. */
export interface RankedFolder {
  readonly folder: string;
  /** Files in it. */
  readonly files: number;
  /** Files that pair with a prediction. */
  readonly pairs: number;
  /** Whether its name says that it holds ground truth. */
  readonly named: boolean;
}

const TRUTH_WORDS = new Set(
  "gt gts truth truths groundtruth mask masks label labels annotation annotations target targets".split(" "),
);

/**
 * Ranks folders by how many of their files pair with the predictions. Folders whose name says ground truth (gt, masks,
 * labels, ground_truth …) win ties, then those with fewer files that do not pair, then natural order.
 */
export function rankTruthFolders(
  predictions: readonly string[],
  candidates: readonly { readonly folder: string; readonly files: readonly string[] }[],
): RankedFolder[] {
  return candidates
    .map(({ folder, files }) => ({
      folder,
      files: files.length,
      pairs: pairFolders(predictions, files).pairs.length,
      named: isNamedAsTruth(folder),
    }))
    .sort(
      (a, b) =>
        b.pairs - a.pairs || Number(b.named) - Number(a.named) || a.files - b.files || naturalOrder(a.folder, b.folder),
    );
}

/** Whether a word of the last path segment says ground truth: "val_masks", "GroundTruth". */
export function isNamedAsTruth(folder: string): boolean {
  const last = folder.replace(/\/+$/, "").split("/").pop() ?? "";
  const words = last.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/);
  return words.some((word) => TRUTH_WORDS.has(word.toLowerCase()));
}
