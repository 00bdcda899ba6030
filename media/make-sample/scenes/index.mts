import type { Scene } from "../scene.mjs";
import { carsMissed } from "./cars-missed.mjs";
import { cellsMerged } from "./cells-merged.mjs";
import { cloudThreshold } from "./cloud-threshold.mjs";
import { crackSpecks } from "./crack-specks.mjs";
import { farmlandEmptyTruth } from "./farmland-empty-truth.mjs";
import { leafPerfect } from "./leaf-perfect.mjs";
import { lesionHalo } from "./lesion-halo.mjs";
import { polypHole } from "./polyp-hole.mjs";
import { riverSplit } from "./river-split.mjs";
import { roadInverted } from "./road-inverted.mjs";
import { shipShift } from "./ship-shift.mjs";
import { vesselsThin } from "./vessels-thin.mjs";

/** The pairs of the sample, by name. */
export const scenes: readonly Scene[] = [
  carsMissed,
  cellsMerged,
  cloudThreshold,
  crackSpecks,
  farmlandEmptyTruth,
  leafPerfect,
  lesionHalo,
  polypHole,
  riverSplit,
  roadInverted,
  shipShift,
  vesselsThin,
];
