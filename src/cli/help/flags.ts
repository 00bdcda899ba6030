import { presetNames } from "../../core/conventions/index.js";
import { kernel } from "../../core/parameters.js";
import { families } from "../../core/score.js";
import { defaultSettings } from "../../core/settings.js";

export type CommandName = "score" | "compare" | "report";

/** What a flag does, for all commands or for some. A flag that does not do the same for each is there several times. */
export interface FlagHelp {
  /** With its value: "--json FILE|-". */
  readonly flag: string;
  readonly does: string;
  readonly of?: readonly CommandName[];
}

export interface Section {
  readonly title: string;
  readonly flags: readonly FlagHelp[];
}

const written: Section = {
  title: "What is written",
  flags: [
    { flag: "--json FILE|-", of: ["score", "compare"], does: "all scores as JSON (- is standard output)" },
    { flag: "--csv FILE|-", of: ["score"], does: "a row a pair as CSV" },
    { flag: "--csv FILE|-", of: ["compare"], does: "a row an image and score, a column a model, as CSV" },
    { flag: "--csv-long FILE|-", of: ["score"], does: "a row a pair and score as CSV" },
    { flag: "--html FILE|-", of: ["report"], does: "a page with the pictures of the worst pairs inside" },
    { flag: "--html FILE|-", of: ["compare"], does: "a page with the pictures of the images that got worst inside" },
    { flag: "--markdown FILE|-", of: ["compare", "report"], does: "the tables as Markdown" },
    { flag: "--md FILE|-", of: ["report"], does: "the same as --markdown" },
    {
      flag: "--show LIST",
      of: ["compare"],
      does: "ids of the scores in the tables (default: the usual ones for the kind of masks)",
    },
    {
      flag: "--fail-if GATE",
      of: ["score", "compare"],
      does: "fail, with exit code 1, where it holds; may be given several times. GATE is FIGURE OPERATOR LIMIT, the operator one of < <= > >=. FIGURE is a score id for its mean over images (iou), micro.ID for all pixels together, worst.ID for the worst image, failures or unmatched for their number",
    },
    {
      flag: "--fail-if GATE",
      of: ["compare"],
      does: "FIGURE may also be delta.ID for the mean difference to the baseline, losses.ID or wins.ID for the number of images that got worse or better; every model but the baseline is held to it",
    },
  ],
};

const scored: Section = {
  title: "How pairs are scored",
  flags: [
    {
      flag: "--preset NAME",
      does: `convention (default: default), or all: every convention side by side, in the table, in JSON as "conventions" of each pair, in CSV as columns id@convention. Names: ${presetNames.join(", ")}`,
    },
    { flag: "--threshold T", does: `foreground is p > T, 0 to 1 (default: ${defaultSettings.threshold})` },
    {
      flag: "--kernel K",
      does: `side of the boundary-weight window, 1 to ${kernel.maximum} pixels (default: ${defaultSettings.kernel})`,
    },
    { flag: "--ignore ID", does: "leave out pixels whose truth is ID (label maps: 255 unless given or listed)" },
    { flag: "--kind KIND", does: "auto, binary, labels or objects (default: auto)" },
    {
      flag: "--classes FILE",
      does: 'classes of label maps: a JSON array of { "id", "name", "color"?: [r, g, b] }; also the colours of colour-coded files, and the names of sub-folders that hold one probability map a class',
    },
    { flag: "--iou T", does: "objects match at IoU > T, 0 to 0.99 (default: 0.5)" },
    { flag: "--spacing X,Y", does: "size of a pixel, the unit of distances (default: 1,1)" },
    { flag: "--set ID.NAME=VALUE", does: "a parameter of one score, as focal.gamma=1; may be given several times" },
    {
      flag: "--scores LIST",
      does: `of the families ${families.join(", ")} and of score ids, as pixel,boundary_iou,hd95: nothing is computed that only other scores need (default: all)`,
    },
    {
      flag: "--empty POLICY",
      does: "undefined scores in the mean: exclude, one or zero (default: exclude)",
    },
    {
      flag: "--tallies",
      does: "with the tallies of each pair of binary masks in the JSON of score, so that whoever opens it can turn threshold, convention and parameters without the masks",
    },
    {
      flag: "--diagnose",
      does: 'say what is wrong with each pair, with the evidence: inverted, shifted, flipped, wrong scale, threshold, missed and merged objects, …; of label maps: ids off by one, classes exchanged or missing, the ignore id misused, …; of instance maps: ids that stand for classes, the background as an object, small objects missed, …; in JSON as "diagnosis" of each pair',
    },
    { flag: "--jobs N", does: "threads that score (default: one a core)" },
    {
      flag: "--cache DIR",
      does: "keep scores there, and read no pair again whose files and settings are as they were",
    },
    {
      flag: "--timings",
      does: "on standard error, the seconds that each stage took, of all threads together",
    },
  ],
};

export const sections: readonly Section[] = [written, scored];
