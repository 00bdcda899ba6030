import type { Plan } from "../scoring/folders.js";
import { subfoldersThatPair, unreadFormats } from "../scoring/whyNoPairs.js";

/** Why there is no score at all, and what may be meant. */
export async function nothingScored(plan: Plan, predictions: string, truth: string): Promise<string> {
  if (plan.jobs.length > 0) return "Nothing could be scored: every pair failed, for the reasons above.\n";
  const { unmatched } = plan;
  const empty = [
    ...(unmatched.predictions.length === 0 ? [predictions] : []),
    ...(unmatched.truth.length === 0 ? [truth] : []),
  ];
  if (empty.length > 0) {
    return `Nothing could be scored: there is no mask (PNG or NumPy .npy) in ${Array.from(new Set(empty)).join(" or ")}.\n`;
  }
  const paired = await subfoldersThatPair(predictions, truth);
  return [
    `Nothing could be scored: no file in ${predictions} (${unmatched.predictions.length} masks) has a partner of the same name in ${truth} (${unmatched.truth.length} masks).\n`,
    ...(paired.length > 0
      ? [
          `Its sub-folders have: name one of ${paired.join(", ")}`,
          paired.length > 1 ? "; compare takes several.\n" : ".\n",
        ]
      : []),
  ].join("");
}

/** Files that may be the partners of those that have none. */
export async function unreadNote({ unmatched }: Plan, folders: readonly string[]): Promise<string> {
  if (unmatched.predictions.length + unmatched.truth.length === 0) return "";
  const lines = await Promise.all(
    folders.map(async (folder) => {
      const counts = await unreadFormats(folder);
      return counts === null
        ? ""
        : `Not read in ${folder}: ${counts}. Masks are PNG or NumPy (.npy): save them as one of these, without loss.\n`;
    }),
  );
  return lines.join("");
}
