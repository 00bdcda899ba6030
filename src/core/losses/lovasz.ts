import type { CellTable } from "../shares.js";
import type { Tally } from "../tally.js";

/**
 * The Lovász extension of the Jaccard loss, from a tally (Berman, Triki and Blaschko 2018, algorithm 1).
 *
 * Pixels are taken by falling error; the extension is the sum of error times the growth of the Jaccard loss. Errors
 * rise with the level for truth 0 and fall for truth 1, so the order is a merge of two lists that are sorted already:
 * no sort. Pixels of one error enter together, which leaves the value unchanged, and share their part equally.
 *
 * @param errors error of a pixel by cell; must be monotonic as said, values below 0 count 0 (the hinge).
 * @returns the share of one pixel by cell; over all pixels they add up to the loss.
 */
export function lovaszTable({ levels, negatives, positives }: Tally, errors: CellTable): CellTable {
  const shares = { negatives: new Float64Array(levels.length), positives: new Float64Array(levels.length) };
  let foreground = 0;
  for (let i = 0; i < positives.length; i++) foreground += positives[i];
  let truePositivesLeft = foreground;
  let falsePositives = 0;
  let jaccard = 0;
  let n = levels.length - 1;
  let p = 0;
  while (n >= 0 || p < levels.length) {
    const negativeError = n >= 0 ? errors.negatives[n] : Number.NEGATIVE_INFINITY;
    const positiveError = p < levels.length ? errors.positives[p] : Number.NEGATIVE_INFINITY;
    const error = Math.max(negativeError, positiveError);
    if (!(error > 0)) break;
    const added = (negativeError === error ? negatives[n] : 0) + (positiveError === error ? positives[p] : 0);
    if (negativeError === error) falsePositives += negatives[n];
    if (positiveError === error) truePositivesLeft -= positives[p];
    const union = foreground + falsePositives;
    const next = union === 0 ? 0 : 1 - truePositivesLeft / union;
    const share = added === 0 ? 0 : (error * (next - jaccard)) / added;
    if (negativeError === error) shares.negatives[n--] = share;
    if (positiveError === error) shares.positives[p++] = share;
    jaccard = next;
  }
  return shares;
}

/** The same tally seen from the background class: truth and probability complemented. Errors |y - p| stay. */
export function backgroundTable(tally: Tally, errors: CellTable): CellTable {
  const size = tally.levels.length;
  const reversed = (values: Float64Array) => values.slice().reverse();
  const table = lovaszTable(
    {
      levels: new Float64Array(size),
      maximum: 1,
      negatives: reversed(tally.positives),
      positives: reversed(tally.negatives),
    },
    { negatives: reversed(errors.positives), positives: reversed(errors.negatives) },
  );
  return { negatives: reversed(table.positives), positives: reversed(table.negatives) };
}
