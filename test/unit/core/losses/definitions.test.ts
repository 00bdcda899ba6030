import assert from "node:assert/strict";
import fc from "fast-check";
import { scoreById } from "../../../../src/core/catalogue.js";
import { gatherEvidence } from "../../../../src/core/evaluate.js";
import type { Parameter, ParameterValue } from "../../../../src/core/parameters.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { anyPair, closeTo, type Pair, pairOf } from "../support.js";
import { definitions, type Pixel } from "./definitions.js";

const settings = { ...defaultSettings, families: ["pixel"] as const };

/** Allowed values of a parameter, the edges among them. */
function valuesOf(parameter: Parameter): fc.Arbitrary<ParameterValue> {
  if (parameter.kind === "choice") return fc.constantFrom(...parameter.choices);
  const { minimum, maximum, default: usual } = parameter;
  const most = Math.min(maximum, 60);
  const between = fc.integer({ min: 1, max: 999 }).map((part) => minimum + ((most - minimum) * part) / 1000);
  return fc.oneof(fc.constantFrom(minimum, usual, most), between);
}

/** The parameters of one type. */
function only<Type extends "number" | "string">(values: Readonly<Record<string, ParameterValue>>, type: Type) {
  const entries = Object.entries(values).filter(([, value]) => typeof value === type);
  return Object.fromEntries(entries) as Record<string, Type extends "number" ? number : string>;
}

const pixelsOf = ({ truth, prediction }: Pair): Pixel[] =>
  Array.from(truth.pixels).flatMap((y, at) =>
    y === IGNORED ? [] : [{ y: y === 1 ? 1 : 0, p: prediction.samples[at] / prediction.maximum }],
  );

const backgroundOf = (pixels: readonly Pixel[]) => pixels.reduce((sum, { y, p }) => sum + (1 - y) + (1 - p), 0);
const isNextToNothing = (sum: number) => sum > 0 && sum < 1e-5;

/** Masks of one value are where libraries part: empty, full, all ignored. */
const plainPair = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(0, 255), fc.integer({ min: 1, max: 12 }))
  .map(([y, p, length]) => pairOf(length, new Array<number>(length).fill(y), new Array<number>(length).fill(p)));

describe("losses, by their definitions", () => {
  for (const [id, define] of Object.entries(definitions)) {
    it(id, () => {
      const { parameters, evaluate } = scoreById(id);
      const values = fc.record(
        Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, valuesOf(parameter)])),
      );
      fc.assert(
        fc.property(fc.oneof({ weight: 4, arbitrary: anyPair }, plainPair), values, (pair, turned) => {
          // A small power makes the last bit of a loss near 0 large.
          if (id === "focal_tversky" && Number(turned.gamma) < 0.5) return;
          // Of a class that is next to nowhere the coefficient is a quotient of two remainders.
          if (id === "dice_multiclass" && isNextToNothing(backgroundOf(pixelsOf(pair)))) return;
          const evidence = gatherEvidence(pair.truth, pair.prediction, settings);
          const actual = evaluate(evidence, turned);
          const expected = define(pixelsOf(pair), only(turned, "number"), only(turned, "string"));
          assert.ok(closeTo(actual, expected, 1e-9), `${id}: ${actual}, by definition ${expected}`);
        }),
        { numRuns: 200 },
      );
    });
  }
});
