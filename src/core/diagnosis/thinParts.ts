import { FOREGROUND, type Raster } from "../raster.js";
import { extremeOfWindow } from "../whatIf/morphology.js";
import { defineCheck } from "./check.js";
import { percent } from "./figures.js";

/** What an opening by 5 x 5 takes away is thin. */
const ROUNDS = 2;

/** Thin parts of the truth are lost while wide ones are kept. */
export const thinParts = defineCheck({
  id: "thin_parts",
  severity: "warning",
  title: "Thin parts are lost",
  look({ truth, prediction, hard, counts }) {
    if (counts.tp === 0) return null;
    let wide: Raster = { ...prediction, samples: truth.pixels.map((value) => (value === FOREGROUND ? 1 : 0)) };
    for (const which of ["least", "greatest"] as const) {
      for (let round = 0; round < ROUNDS; round++) wide = { ...wide, samples: extremeOfWindow(wide, which) };
    }
    const area = { thin: 0, wide: 0 };
    const found = { thin: 0, wide: 0 };
    for (let i = 0; i < hard.length; i++) {
      if (truth.pixels[i] !== FOREGROUND) continue;
      const part = wide.samples[i] === 0 ? "thin" : "wide";
      area[part]++;
      found[part] += hard[i];
    }
    const [inThin, inWide] = [found.thin / area.thin, found.wide / area.wide];
    const isMuch = area.thin >= 0.1 * (area.thin + area.wide) && area.wide > 0;
    return isMuch && inThin < 0.7 * inWide
      ? { thin: inThin, wide: inWide, part: area.thin / (area.thin + area.wide) }
      : null;
  },
  sentence: ({ thin, wide, part }) =>
    `Of what is less than ${2 * ROUNDS + 1} px wide (${percent(part)} of the truth) ${percent(thin)} is found, of what is wider ${percent(wide)}. Resolution, pooling or the loss leave little for it.`,
  kinds: ["missed", "break", "part", "short"],
});
