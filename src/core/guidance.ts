import { boundaryGuidance } from "./guidance/boundary.js";
import type { Guidance, GuidanceTable } from "./guidance/guidance.js";
import { labelsGuidance } from "./guidance/labels.js";
import { lossesGuidance } from "./guidance/losses.js";
import { objectsGuidance } from "./guidance/objects.js";
import { overlapGuidance } from "./guidance/overlap.js";
import { probabilitiesGuidance } from "./guidance/probabilities.js";

export type { Guidance } from "./guidance/guidance.js";

/** Why the area of the truth matters, where it is shown. */
export const areaMatters =
  "Small objects weigh more: every image counts the same in a mean over images, so that one pixel of a 4-pixel object is 250 times one pixel of a 1,000-pixel object.";

const guidance: GuidanceTable = {
  ...lossesGuidance,
  ...overlapGuidance,
  ...probabilitiesGuidance,
  ...boundaryGuidance,
  ...labelsGuidance,
  ...objectsGuidance,
};

/** Every id that has guidance. */
export const guidedIds: readonly string[] = Object.keys(guidance);

/** @throws RangeError for an id without guidance, which no score of the catalogue is. */
export function guidanceFor(id: string): Guidance {
  if (!Object.hasOwn(guidance, id)) throw new RangeError(`There is no guidance for "${id}".`);
  return guidance[id];
}
