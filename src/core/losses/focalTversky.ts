import { gamma } from "../parameters.js";
import { defineScore } from "../score.js";
import { inProportion } from "./logDice.js";
import { tverskyLoss, tverskyParameters, tverskyTable } from "./tversky.js";

/** Tversky loss to a power: below 1 it stresses masks that are nearly right. */
export const focalTversky = defineScore({
  id: "focal_tversky",
  title: "Focal Tversky",
  group: "losses",
  formula: String.raw`(1-T)^\gamma`,
  source: "Abraham and Khan 2019; segmentation_models.pytorch TverskyLoss(gamma=.75)",
  better: "lower",
  range: [0, 1],
  empty: "as the Tversky loss",
  family: "pixel",
  sharing: "proportion",
  parameters: { gamma: gamma(0.75), ...tverskyParameters },
  value: ({ pixels }, values) => {
    const loss = tverskyLoss(pixels, values);
    return loss === null ? null : loss ** values.gamma;
  },
  pixelShares: ({ pixels }, values) => {
    const loss = tverskyLoss(pixels, values);
    const value = loss === null ? null : loss ** values.gamma;
    return { plain: inProportion(tverskyTable(pixels, values), loss, value) };
  },
});
