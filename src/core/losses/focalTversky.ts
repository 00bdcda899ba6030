import { gamma } from "../parameters.js";
import { defineScore } from "../score.js";
import { scaleTable } from "../shares.js";
import { inProportion } from "./logDice.js";
import { tverskyGradient, tverskyLoss, tverskyParameters, tverskyTable } from "./tversky.js";

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
  pixelGradient: ({ pixels }, values) => {
    const loss = tverskyLoss(pixels, values);
    // At its optimum a power below 1 has no slope.
    if (loss === null || (loss === 0 && values.gamma < 1)) return null;
    return { plain: scaleTable(tverskyGradient(pixels, values), values.gamma * loss ** (values.gamma - 1)) };
  },
});
