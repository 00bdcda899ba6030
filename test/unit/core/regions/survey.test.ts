import assert from "node:assert/strict";
import fc from "fast-check";
import { hardMask } from "../../../../src/core/objects/fromMask.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { labelErrors } from "../../../../src/core/regions/errors.js";
import { SEVERAL, surveyRegions } from "../../../../src/core/regions/survey.js";
import { anyPair } from "../support.js";

describe("what one pass learns of every region of error", () => {
  it("is what looking at each region by itself finds", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        const { width, height, pixels } = truth;
        const hard = hardMask(truth, prediction, 0.5);
        const labels = labelErrors(truth, hard);
        const survey = surveyRegions(truth, hard, labels);
        const { ids, count } = labels.regions;
        const neighbours = (i: number, far: number) =>
          [-1, 0, 1].flatMap((dy) =>
            [-1, 0, 1]
              .filter((dx) => Math.abs(dx) + Math.abs(dy) <= far)
              .map((dx) => ({ x: (i % width) + dx, y: Math.floor(i / width) + dy })),
          );
        const isInside = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x < width && y < height;
        for (let id = 1; id <= count; id++) {
          const region = [...ids.keys()].filter((i) => ids[i] === id);
          const columns = region.map((i) => i % width);
          assert.equal(survey.pixels[id], region.length);
          assert.equal(survey.first[id], region[0]);
          assert.equal(survey.left[id], Math.min(...columns));
          assert.equal(survey.right[id], Math.max(...columns));
          assert.equal(survey.bottom[id], Math.floor(region[region.length - 1] / width));
          const isOpen = region.some((i) =>
            neighbours(i, 1).some((at) => {
              if (!isInside(at)) return true;
              const n = at.y * width + at.x;
              return pixels[n] === IGNORED || (pixels[n] !== 1 && hard[n] === 0);
            }),
          );
          assert.equal(survey.open[id], isOpen ? 1 : 0);
          const objects = id <= labels.falsePositives ? labels.truth : labels.predicted;
          const touched = new Set(
            region
              .flatMap((i) => neighbours(i, 2).filter(isInside))
              .map(({ x, y }) => y * width + x)
              .filter((n) => pixels[n] === 1 && hard[n] === 1)
              .map((n) => objects.ids[n]),
          );
          assert.equal(survey.touched[id], touched.size > 1 ? SEVERAL : ([...touched][0] ?? 0));
        }
      }),
    );
  });
});
