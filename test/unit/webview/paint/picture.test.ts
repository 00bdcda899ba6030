import assert from "node:assert/strict";
import fc from "fast-check";
import { FOREGROUND, IGNORED } from "../../../../src/core/raster.js";
import { hardCounts } from "../../../../src/core/sums.js";
import { bytePicture } from "../../../../webview/paint/bytePicture.js";
import { jointPicture } from "../../../../webview/paint/jointPicture.js";
import { outlinePicture } from "../../../../webview/paint/outlinePicture.js";
import { byMagnitude, magnitudeScale, mapByMagnitude, signedScale } from "../../../../webview/paint/scales.js";
import { errorTable, IGNORED_COLOUR, maskTable, valueTable } from "../../../../webview/paint/tables.js";
import { CLEAR, diverging, gray, maskColour, packRgb, regionColours } from "../../../../webview/stage/palettes.js";
import { anyPair, type Pair, pairOf } from "../../core/support.js";
import { paint, samplerOf, wholeGrid } from "./support.js";

const count = <Value>(values: Iterable<Value>, wanted: Value) => [...values].filter((value) => value === wanted).length;
const anyThreshold = fc.double({ min: 0, max: 1, noNaN: true });
const plain = (table: ReturnType<typeof errorTable>) => ({ ...table, codes: new Uint8Array(table.codes.length) });

/** One wrong pixel of each kind in a large mask that is right elsewhere. */
function specks(width: number, height: number, missed: number, invented: number): Pair {
  const truth = Array.from({ length: width * height }, (_, i) => Number(i % width < width / 2));
  const samples = truth.map((y) => 255 * y);
  [truth[missed], samples[missed]] = [1, 0];
  [truth[invented], samples[invented]] = [0, 255];
  return pairOf(width, truth, samples);
}

describe("pictures of a pair", () => {
  it("show as many pixels of each region as the tally counts, at 1 : 1", () => {
    fc.assert(
      fc.property(anyPair, anyThreshold, (pair, threshold) => {
        const { sampler, tally } = samplerOf(pair);
        const out = paint(jointPicture(sampler, plain(errorTable(tally, threshold, false))), wholeGrid(pair.truth, 1));
        const counts = hardCounts(tally, threshold);
        for (const region of ["tp", "fp", "fn"] as const) {
          assert.equal(count(out, packRgb(regionColours[region])), counts[region]);
        }
        assert.equal(count(out, CLEAR), counts.tn);
        assert.equal(count(out, IGNORED_COLOUR), count(pair.truth.pixels, IGNORED));
      }),
    );
  });

  it("never lose a wrong pixel, however far it is reduced, and however coarse while the camera moves", () => {
    fc.assert(
      fc.property(
        fc.record({ width: fc.integer({ min: 40, max: 200 }), height: fc.integer({ min: 40, max: 200 }) }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom(undefined, 0),
        ({ width, height }, scale, a, b, most) => {
          const [missed, invented] = [a, b].map((part) => Math.floor(part * width * height));
          fc.pre(missed !== undefined && invented !== undefined && missed !== invented);
          const { sampler, tally } = samplerOf(specks(width, height, missed, invented));
          const grid = wholeGrid({ width, height }, scale, most);
          const out = paint(jointPicture(sampler, plain(errorTable(tally, 0.5, true))), grid);
          const [fn, fp] = [count(out, packRgb(regionColours.fn)), count(out, packRgb(regionColours.fp))];
          assert.ok(fn + fp >= 1);
          // Where both share an output pixel, one of them is seen.
          const apart = Math.max(
            Math.abs((missed % width) - (invented % width)),
            Math.abs(Math.floor(missed / width) - Math.floor(invented / width)),
          );
          if (apart * scale > 4) assert.ok(fn >= 1 && fp >= 1, `${fn} missed, ${fp} invented at ${scale}`);
        },
      ),
    );
  });

  it("show an error at any threshold exactly where the block has one", () => {
    fc.assert(
      fc.property(anyPair, anyThreshold, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (pair, threshold, scale) => {
        const { sampler, tally } = samplerOf(pair);
        const grid = wholeGrid(pair.truth, scale);
        const out = paint(jointPicture(sampler, plain(errorTable(tally, threshold, false))), grid);
        const { width, pixels } = pair.truth;
        const isWrong = (i: number) =>
          pixels[i] !== IGNORED &&
          (pair.prediction.samples[i] ?? 0) / pair.prediction.maximum > threshold !== (pixels[i] === FOREGROUND);
        const side = 2 ** grid.level;
        for (let y = 0, at = 0; y < grid.height; y++) {
          for (let x = 0; x < grid.width; x++, at++) {
            let wrong = false;
            for (let row = grid.rows.from[y] * side; row < Math.min(pair.truth.height, grid.rows.to[y] * side); row++)
              for (let c = grid.columns.from[x] * side; c < Math.min(width, grid.columns.to[x] * side); c++)
                if (isWrong(row * width + c)) wrong = true;
            const shown = out[at] === packRgb(regionColours.fp) || out[at] === packRgb(regionColours.fn);
            assert.equal(shown, wrong);
          }
        }
      }),
    );
  });

  it("show the peak of values, and the mean of a field", () => {
    const { sampler, tally } = samplerOf(pairOf(4, [0, 0, 0, 0, 0, 0, 0, 0], [0, 10, 0, 0, 250, 0, 0, 0]));
    const half = wholeGrid({ width: 4, height: 2 }, 0.5);
    const values = Float64Array.from({ length: 3 * 256 }, (_, at) => (at < 256 ? at : 0));
    const peaks = paint(jointPicture(sampler, valueTable(tally, values, magnitudeScale(250), gray)), half);
    assert.deepEqual([...peaks], [gray[255], gray[0]]);
    const bytes = { width: 4, height: 2, values: Uint8Array.of(0, 10, 0, 0, 250, 0, 0, 0) };
    assert.deepEqual([...paint(bytePicture(sampler, bytes, "mean", gray, false), half)], [gray[65], gray[0]]);
    assert.deepEqual([...paint(bytePicture(sampler, bytes, "maximum", gray, false), half)], [gray[250], gray[0]]);
  });

  it("show the peak of signed values on either side of 0, from a table and from bytes alike", () => {
    const { sampler, tally } = samplerOf(pairOf(4, [0, 1, 0, 0, 0, 0, 0, 1], [20, 250, 5, 0, 0, 0, 0, 50]));
    const half = wholeGrid({ width: 4, height: 2 }, 0.5);
    const values = Float64Array.from({ length: 3 * 256 }, (_, at) => (at < 256 ? at : at < 512 ? 256 - at : 0));
    const scale = signedScale(250);
    const expected = [scale(-250), scale(-50)].map((step) => diverging[step]);
    assert.deepEqual([...paint(jointPicture(sampler, valueTable(tally, values, scale, diverging)), half)], expected);
    const bytes = {
      width: 4,
      height: 2,
      values: Uint8Array.from([20, -250, 5, 0, 0, 0, 0, -50], (value) => byMagnitude(scale(value))),
    };
    const picture = bytePicture(sampler, bytes, "maximum", mapByMagnitude(diverging), false);
    assert.deepEqual([...paint(picture, half)], expected);
  });

  it("mark what is left out in any field", () => {
    const { sampler } = samplerOf(pairOf(2, [2, 0], [9, 9]));
    const bytes = { width: 2, height: 1, values: Uint8Array.of(5, 5) };
    const out = paint(bytePicture(sampler, bytes, "mean", gray, true), wholeGrid({ width: 2, height: 1 }, 4));
    assert.ok(count(out, IGNORED_COLOUR) > 0);
    assert.equal(count(out, gray[5]), 16);
  });
});

describe("outlines", () => {
  const width = 9;
  const truth = Array.from({ length: 81 }, (_, i) => (i % 9 > 1 && i % 9 < 7 && i > 18 && i < 63 ? 1 : 0));

  it("run inside along the edge, two pixels of the screen wide at any zoom", () => {
    const { sampler, tally } = samplerOf(pairOf(width, truth, truth));
    const colour = maskColour("blue");
    const table = maskTable(tally, colour, (_, y) => y === FOREGROUND);
    for (const scale of [4, 12]) {
      const out = paint(outlinePicture(sampler, table, colour), wholeGrid({ width: 9, height: 9 }, scale));
      const edge = 5 * scale;
      assert.equal(count(out, packRgb(colour)), edge * edge - (edge - 4) * (edge - 4));
      const row = out.subarray(4 * scale * 9 * scale, (4 * scale + 1) * 9 * scale);
      assert.deepEqual([row[2 * scale - 2], row[2 * scale], row[2 * scale + 2]], [CLEAR, packRgb(colour), CLEAR]);
      assert.notEqual(row[2 * scale - 1], CLEAR, "a casing outside");
    }
  });

  it("do not close where the image ends", () => {
    const full = truth.map(() => 1);
    const { sampler, tally } = samplerOf(pairOf(width, full, full));
    const table = maskTable(tally, maskColour("blue"), (_, y) => y === FOREGROUND);
    const out = paint(outlinePicture(sampler, table, maskColour("blue")), wholeGrid({ width: 9, height: 9 }, 3));
    assert.equal(count(out, CLEAR), out.length);
  });
});
