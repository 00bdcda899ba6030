import assert from "node:assert/strict";
import fc from "fast-check";
import { boundaryWeight } from "../../../../src/core/boundary/weight.js";
import { catalogue } from "../../../../src/core/catalogue.js";
import { evaluate, gatherEvidence } from "../../../../src/core/evaluate.js";
import { IGNORED } from "../../../../src/core/raster.js";
import { correctedTallies, partOf, perfect } from "../../../../src/core/regions/correct.js";
import { canRankRegions, rankRegions } from "../../../../src/core/regions/gains.js";
import { regionKinds } from "../../../../src/core/regions/kinds.js";
import { findRegions, regionAt } from "../../../../src/core/regions/list.js";
import { pixelsByLabel } from "../../../../src/core/regions/pixelsOf.js";
import { defaultSettings } from "../../../../src/core/settings.js";
import { anyPair, closeTo, type Pair, pairOf } from "../support.js";

/** A pair drawn as rows: # true positive, o missed, x invented, ? ignored, anything else background. */
function drawn(...rows: readonly string[]): Pair {
  const cells = [...rows.join("")];
  return pairOf(
    rows[0].length,
    cells.map((cell) => ("#o".includes(cell) ? 1 : cell === "?" ? IGNORED : 0)),
    cells.map((cell) => ("#x".includes(cell) ? 255 : 0)),
  );
}

function kindsOf(...rows: readonly string[]): string[] {
  const { truth, prediction } = drawn(...rows);
  const { list } = findRegions(truth, prediction, 0.5);
  return Array.from(list.kinds, (code) => regionKinds[code].id);
}

describe("kinds of error regions", () => {
  it("none in a perfect pair", () => assert.deepEqual(kindsOf(".....", ".###.", "....."), []));
  it("an object missed or invented as a whole", () => {
    assert.deepEqual(kindsOf("oo...#", "oo...#"), ["missed"]);
    assert.deepEqual(kindsOf("xx...#", "x....#"), ["false"]);
  });
  it("a hole, with none of its edges to background, and its mirror image", () => {
    assert.deepEqual(kindsOf("#####", "##oo#", "#####"), ["hole"]);
    assert.deepEqual(kindsOf("#####", "##xx#", "#####"), ["filled"]);
  });
  it("no hole where it opens to background, to the border, or to ignored pixels", () => {
    assert.deepEqual(kindsOf("#####", "##oo#", "###.#"), ["short"]);
    assert.deepEqual(kindsOf("##o##", "#####"), ["short"]);
    assert.deepEqual(kindsOf("#####", "##o?#", "#####"), ["short"]);
  });
  it("a corner does not open a hole: background joins by edges", () => {
    assert.deepEqual(kindsOf("#####", "#o###", "##.##", "#####"), ["hole"]);
  });
  it("a break between two predicted pieces of an object, a bridge between two true objects", () => {
    assert.deepEqual(kindsOf(".......", "##ooo##", "......."), ["break"]);
    assert.deepEqual(kindsOf(".......", "##xxx##", "......."), ["bridge"]);
  });
  it("an outline too far in or out", () => {
    assert.deepEqual(kindsOf(".....", "###o.", "###o."), ["short"]);
    assert.deepEqual(kindsOf(".....", "###x.", "###x."), ["over"]);
  });
  it("a part that sticks out, as its edges tell: a branch, not a strip along the object", () => {
    assert.deepEqual(kindsOf("#......", "#oooo..", "#......"), ["part"]);
    assert.deepEqual(kindsOf("#......", "#xxxx..", "#......"), ["spur"]);
    assert.deepEqual(kindsOf("#......", "#ooo...", "#......"), ["short"]);
    assert.deepEqual(kindsOf(".oooooo.", ".######."), ["short"]);
  });
  it("a part, too, where it touches the object at a corner alone", () => {
    assert.deepEqual(kindsOf("#...", ".xx.", "...."), ["spur"]);
  });
  it("parts and shifts of a pair are those of its mirror image, missed for invented", () => {
    const mirror: Readonly<Record<string, string>> = { part: "spur", spur: "part", short: "over", over: "short" };
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[.#ox]{6}$/), { minLength: 1, maxLength: 6 }), (rows) => {
        const swapped = rows.map((row) => row.replace(/[ox]/g, (cell) => (cell === "o" ? "x" : "o")));
        const own = kindsOf(...rows).filter((kind) => kind in mirror);
        const other = kindsOf(...swapped).flatMap((kind) => mirror[kind] ?? []);
        assert.deepEqual(own.sort(), other.sort());
      }),
    );
  });
  it("false positives and negatives that touch are two regions", () => {
    assert.deepEqual(kindsOf("##xo.", "....."), ["over", "missed"]);
  });
});

describe("list of error regions", () => {
  it("gives pixels, bounding box and first pixel", () => {
    const { truth, prediction } = drawn("......", "..xx..", ".x..#.");
    const { list } = findRegions(truth, prediction, 0.5);
    const { kind, ...region } = regionAt(list, 0);
    assert.equal(kind.id, "spur");
    assert.deepEqual(region, { pixels: 3, first: 8, box: { x: 1, y: 1, width: 3, height: 2 } });
  });

  it("accounts for every wrong pixel, and no other", () => {
    fc.assert(
      fc.property(anyPair, ({ truth, prediction }) => {
        const { list } = findRegions(truth, prediction, 0.5);
        const { fp, fn } = evaluate(gatherEvidence(truth, prediction, defaultSettings), defaultSettings);
        const sum = (side: string) =>
          list.pixels.reduce((all, n, row) => all + (regionKinds[list.kinds[row]].side === side ? n : 0), 0);
        assert.deepEqual([sum("fp"), sum("fn")], [fp, fn]);
      }),
    );
  });
});

/** The pair with the pixels of a region predicted as the truth has them, pixel by pixel. */
function corrected({ truth, prediction }: Pair, isIn: (pixel: number) => boolean): Pair {
  const ideal = perfect(truth, prediction).samples;
  const samples = Array.from(prediction.samples, (sample, i) => (isIn(i) ? ideal[i] : sample));
  return pairOf(truth.width, Array.from(truth.pixels), samples, prediction.maximum);
}

const scores = catalogue.filter(canRankRegions);

describe("gains of corrected regions", () => {
  const settings = { ...defaultSettings, families: ["pixel"] as const, kernel: 5 };

  it("equal the scores of masks that are corrected pixel by pixel, for every score", () => {
    fc.assert(
      fc.property(anyPair, fc.double({ min: 0, max: 1, noNaN: true }), (pair, threshold) => {
        const { truth, prediction } = pair;
        const turned = { ...settings, threshold };
        const found = findRegions(truth, prediction, threshold);
        const evidence = gatherEvidence(truth, prediction, turned);
        const before = evaluate(evidence, turned);
        const weight = boundaryWeight(truth, turned.kernel);
        const { order, starts } = pixelsByLabel(found.labels.regions);
        for (let id = 1; id <= found.labels.regions.count; id++) {
          const fixed = corrected(pair, (i) => found.labels.regions.ids[i] === id);
          const after = evaluate(gatherEvidence(fixed.truth, fixed.prediction, turned), turned);
          const part = partOf(truth, prediction, order.subarray(starts[id], starts[id + 1]), weight);
          const fromTallies = evaluate(correctedTallies(evidence, part), turned);
          for (const { id: score } of scores) {
            assert.ok(
              closeTo(fromTallies[score], after[score], 1e-9),
              `${score}: ${fromTallies[score]}, ${after[score]}`,
            );
          }
          const { list, gains } = rankRegions(truth, prediction, found, evidence, scores[0], turned);
          const row = list.first.indexOf(order[starts[id]]);
          for (const [of, gain] of [
            ["iou", gains.iou],
            ["f1", gains.dice],
          ] as const) {
            const [x, y] = [before[of], after[of]];
            const expected = x === null || y === null ? Number.NaN : y - x;
            assert.ok(Object.is(gain[row], expected) || closeTo(gain[row], expected, 1e-12), of);
          }
          const [x, y] = [before[scores[0].id], after[scores[0].id]];
          if (x !== null && y !== null) assert.ok(closeTo(gains.chosen[row], x - y, 1e-9));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are ranked, largest first", () => {
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...scores), ({ truth, prediction }, score) => {
        const found = findRegions(truth, prediction, 0.5);
        const evidence = gatherEvidence(truth, prediction, settings);
        const { gains, list } = rankRegions(truth, prediction, found, evidence, score, settings);
        const defined = Array.from(gains.chosen).filter((gain) => !Number.isNaN(gain));
        assert.deepEqual(
          defined,
          [...defined].sort((a, b) => b - a),
        );
        assert.ok(gains.chosen.slice(defined.length).every(Number.isNaN));
        assert.deepEqual([...list.first].sort(), [...found.list.first].sort());
      }),
    );
  });
});
