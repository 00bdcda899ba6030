import { presetNames } from "../core/conventions/index.js";
import { kernel } from "../core/parameters.js";
import { families } from "../core/score.js";
import { defaultSettings } from "../core/settings.js";

/** Names in lines of the help's second column. */
function wrapped(names: readonly string[]): string {
  return names
    .join(", ")
    .replace(/(.{1,80})(?:, |$)/g, "                        $1,\n")
    .replace(/,\n$/, "");
}

export const usage = `mask-inspector: score predicted masks against ground truth

  mask-inspector score PREDICTIONS TRUTH [options]
  mask-inspector compare TRUTH PREDICTIONS_A PREDICTIONS_B [...] [options]
  mask-inspector report PREDICTIONS TRUTH --html FILE [options]
  mask-inspector report SCORES.json --html FILE

PREDICTIONS and TRUTH are two folders (searched recursively, paired by name) or two files. compare takes a folder a
model; the first is the baseline of the others. report writes one page that needs nothing else, from masks or from scores that were
written before.

What is written
  --json FILE|-       score, compare: all scores as JSON (- is standard output)
  --csv FILE|-        score: a row a pair as CSV; compare: a row an image and score, a column a model
  --csv-long FILE|-   score: a row a pair and score as CSV
  --html FILE|-       report: a page with the pictures of the worst pairs inside; compare: of the images that got worst
  --markdown FILE|-   report, compare: the tables as Markdown (report also as --md)
  --show LIST         compare: ids of the scores in the tables (default: the usual ones for the kind of masks)
  --fail-if GATE      fail, with exit code 1, where it holds; may be given several times. GATE is FIGURE OPERATOR LIMIT, the operator
                      one of < <= > >=. FIGURE is a score id for its mean over images (iou), micro.ID for all pixels
                      together, worst.ID for the worst image, failures or unmatched for their number; with compare also
                      delta.ID for the mean difference to the baseline, losses.ID and wins.ID for the number of images
                      that got worse or better. compare holds every model but the baseline to it.

How pairs are scored
  --preset NAME       convention (default: default), or all: every convention side by side, in the table, in JSON as
                      "conventions" of each pair, in CSV as columns id@convention. Names:
${wrapped(presetNames)}
  --threshold T       foreground is p > T, 0 to 1 (default: ${defaultSettings.threshold})
  --kernel K          side of the boundary-weight window, 1 to ${kernel.maximum} pixels (default: ${defaultSettings.kernel})
  --ignore ID         leave out pixels whose truth is ID (label maps: 255 unless given or listed)
  --kind KIND         auto, binary, labels or objects (default: auto)
  --classes FILE      classes of label maps: a JSON array of { "id", "name", "color"?: [r, g, b] }; also the colours of
                      colour-coded files, and the names of sub-folders that hold one probability map a class
  --iou T             objects match at IoU > T, 0 to 0.99 (default: 0.5)
  --spacing X,Y       size of a pixel, the unit of distances (default: 1,1)
  --set ID.NAME=VALUE a parameter of one score, as focal.gamma=1; may be given several times
  --scores LIST       of the families ${families.join(", ")} and of score ids, as pixel,boundary_iou,hd95: nothing is
                      computed that only other scores need (default: all)
  --empty POLICY      undefined scores in the mean: exclude, one or zero (default: exclude)
  --tallies           score: with the tallies of each pair of binary masks in the JSON, so that whoever opens it can turn
                      threshold, convention and parameters without the masks
  --diagnose          say what is wrong with each pair, with the evidence: inverted, shifted, flipped, wrong scale,
                      threshold, missed and merged objects, …; of label maps: ids off by one, classes exchanged or
                      missing, the ignore id misused, …; of instance maps: ids that stand for classes, the background
                      as an object, small objects missed, …; in JSON as "diagnosis" of each pair
  --jobs N            worker threads (default: one a core)
  --cache DIR         keep scores there, and read no pair again whose files and settings are as they were
  --timings           on standard error, the seconds that each stage took, of all threads together

What the table says
  macro is the mean over images, with a 95 % interval (percentile bootstrap of the images, 2,000 seeded resamples); images where a score
  is undefined do not count, and their number is told. micro is the score of all pixels, or objects, together: of distances
  the one over all surfaces as if they were one image.

mask-inspector --version prints the version.

Exit code: 0 scored; 1 scored, but some pairs or a gate failed; 2 nothing could be scored, or a file could not be read or
written; 64 usage. Files without a partner are listed but are no failed pairs.
`;
