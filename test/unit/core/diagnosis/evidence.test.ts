import assert from "node:assert/strict";
import { truthBits } from "../../../../src/core/boundary/bitMask.js";
import { diceOf, diceWith, proves } from "../../../../src/core/diagnosis/dice.js";
import { checks, diagnose, type Finding, subjectOf } from "../../../../src/core/diagnosis/index.js";
import { bestOffset } from "../../../../src/core/diagnosis/offset.js";
import { towards } from "../../../../src/core/diagnosis/shifts.js";
import { shift } from "../../../../src/core/whatIf/rearrange.js";
import { type Pair, pairOf } from "../support.js";

/** A pair drawn as rows: # right, o missed, x invented, ? ignored and predicted, anything else background. */
function drawn(...rows: readonly string[]): Pair {
  const cells = [...rows.join("")];
  return pairOf(
    rows[0].length,
    cells.map((cell) => ("#o".includes(cell) ? 1 : cell === "?" ? 2 : 0)),
    cells.map((cell) => ("#x?".includes(cell) ? 255 : 0)),
  );
}

/** What one check by itself says of a pair. */
function look(id: string, { truth, prediction }: Pair, threshold = 0.5): Finding | null {
  const check = checks.find((one) => one.id === id);
  assert.ok(check, id);
  return check.look(subjectOf(truth, prediction, threshold, 0));
}

/** Its sentence. */
const says = (id: string, pair: Pair, threshold?: number) => look(id, pair, threshold)?.sentence ?? null;

describe("evidence of a diagnosis", () => {
  it("of an empty truth depends on what is predicted there", () => {
    const invented = look("empty_truth", drawn("....xxx", "...x..."));
    assert.deepEqual([invented?.severity, invented?.evidence], ["warning", { predicted: 4 }]);
    assert.match(
      invented?.sentence ?? "",
      /^The truth has no foreground, so all of the 4 pixels predicted are false\./,
    );
    const empty = look("empty_truth", drawn("...", "..."));
    assert.deepEqual([empty?.severity, empty?.evidence], ["info", { predicted: 0 }]);
    assert.match(empty?.sentence ?? "", /^Neither mask has foreground/);
    assert.equal(look("empty_truth", drawn("#o")), null);
  });

  it("of an empty prediction names the highest p", () => {
    const pair = pairOf(4, [1, 1, 0, 0], [102, 51, 20, 0]);
    assert.deepEqual(look("empty_prediction", pair)?.evidence, { missed: 2, highest: 0.4, threshold: 0.5 });
    assert.equal(
      says("empty_prediction", pair),
      "No pixel is above 0.5 (the highest p is 0.4); all of the 2 pixels of the truth are missed.",
    );
    assert.equal(look("empty_prediction", pair, 0.3), null);
  });

  it("of regions is what the IoU would be without them", () => {
    assert.equal(
      says("missed_objects", drawn("oooo..####", ".......##.")),
      "One object of the truth is missed as a whole (4 pixels): without, the IoU would be 1 instead of 0.6.",
    );
    assert.equal(
      says("missed_objects", drawn("oooo.#####.oooo", ".....#####.....", ".....xxxxx.....")),
      "2 objects of the truth are missed as a whole (8 pixels): without, the IoU would be 0.783 instead of 0.435.",
    );
    assert.equal(
      says("false_objects", drawn("xxxxx.###o.", "......####.")),
      "One object is predicted where the truth has none (5 pixels): without, the IoU would be 0.875 instead of 0.538.",
    );
    // Of three pixels it is a speck, of four an object.
    assert.equal(look("false_objects", drawn("xxx.###")), null);
    assert.equal(look("missed_objects", drawn("ooo.###")), null);
    assert.equal(look("false_objects", drawn("xxxx......")), null);
  });

  it("of parts that are missed or invented is what the IoU would be without them, where that is much", () => {
    const branches = drawn("########", "########", ".o....o.", ".o....o.", ".o....o.", ".o....o.");
    assert.equal(
      says("missed_parts", branches),
      "2 parts of objects are missed (8 pixels): without, the IoU would be 1 instead of 0.667.",
    );
    assert.equal(look("false_parts", branches), null);
    assert.equal(
      says("false_parts", drawn("#.....o", "#xxxxxo", "#.....o")),
      "One part of an object is not in the truth (5 pixels): without, the IoU would be 0.5 instead of 0.273.",
    );
    const small = drawn(...new Array<string>(20).fill("############"), "oooo........");
    assert.equal(look("missed_parts", small), null);
  });

  it("of specks counts those that are alone, from five on", () => {
    const found = look("specks", drawn("x.x.xxx.xx.x", "............", "############"));
    assert.deepEqual(found?.evidence, { specks: 5, area: 8, iou: 0.6, after: 1 });
    assert.match(
      found?.sentence ?? "",
      /^5 specks of at most 3 pixels \(8 pixels in all\) .* IoU would be 1 instead of 0\.6\./,
    );
    assert.equal(look("specks", drawn("x.x.xxx.xx..", "............", "############")), null);
    assert.equal(look("specks", drawn("x.x.xxx.xxxx", "............", "############")), null);
    assert.equal(look("specks", drawn("x.x.x.x.x..", "...........", "ooooooooooo")), null);
  });

  it("that only specks differ ends with the first larger region", () => {
    assert.deepEqual(look("only_specks", drawn("ooo.###.x."))?.evidence, { regions: 2, area: 4 });
    assert.equal(look("only_specks", drawn("oooo.###.x.")), null);
    assert.equal(look("only_specks", drawn("###.")), null);
  });

  it("of thin parts compares what is found of them with what is found of the rest", () => {
    const rows = (thin: string) => [...new Array<string>(6).fill("######......"), `......${thin}`, "............"];
    const found = look("thin_parts", drawn(...rows("ooooo#")));
    assert.deepEqual(found?.evidence, { thin: 1 / 6, wide: 1, part: 6 / 42 });
    assert.match(
      found?.sentence ?? "",
      /^Of what is less than 5 px wide \(14 % of the truth\) 17 % is found, of what is wider 100 %\./,
    );
    // Five of six are found, or less than a tenth of the truth is thin, or all of it is.
    assert.equal(look("thin_parts", drawn(...rows("#####o"))), null);
    assert.equal(look("thin_parts", drawn(...rows("ooo..."))), null);
    assert.equal(look("thin_parts", drawn("............", "#oooooo.....", "............")), null);
  });

  it("of a shift says where to", () => {
    assert.equal(towards({ dx: 3, dy: 0 }), "3 px right");
    assert.equal(towards({ dx: -3, dy: 0 }), "3 px left");
    assert.equal(towards({ dx: 0, dy: 2 }), "2 px down");
    assert.equal(towards({ dx: 4, dy: -1 }), "4 px right and 1 px up");
  });

  it("of a flip says which", () => {
    const rows = ["##......", "##......", "######..", "........"];
    const mirrored = (change: (row: string) => string, order = (all: readonly string[]) => all) => {
      const [truth, prediction] = [rows, order(rows).map(change)].map((all) =>
        [...all.join("")].map((c) => (c === "#" ? 1 : 0)),
      );
      return pairOf(8, truth, prediction, 1);
    };
    const reversed = (row: string) => [...row].reverse().join("");
    const upsideDown = (all: readonly string[]) => [...all].reverse();
    assert.match(
      says("flipped", mirrored(reversed)) ?? "",
      /^Mirrored left to right the Dice would be 1 instead of 0\.4\./,
    );
    assert.match(
      says(
        "flipped",
        mirrored((row) => row, upsideDown),
      ) ?? "",
      /^Mirrored top to bottom .* 1 instead of 0\.4\./,
    );
    assert.match(says("flipped", mirrored(reversed, upsideDown)) ?? "", /^Turned by half/);
    assert.equal(look("flipped", mirrored(reversed))?.title, "Flipped");
    const square = pairOf(
      4,
      [1, 1, 1, 1, ...new Array<number>(12).fill(0)],
      [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
      1,
    );
    assert.equal(look("flipped", square)?.title, "Transposed");
    assert.match(
      says("flipped", square) ?? "",
      /^With rows and columns exchanged the Dice would be 1 instead of 0\.25\./,
    );
  });

  it("of confident mistakes is their part of the log loss", () => {
    const finding = (pair: Pair) =>
      diagnose(subjectOf(pair.truth, pair.prediction, 0.5, 0)).find(({ id }) => id === "saturated");
    const one = finding(pairOf(5, [1, 0, 0, 0, 0], [0, 10, 10, 10, 10]));
    const price = -Math.log(1e-7);
    const loss = (price - 4 * Math.log(245 / 255)) / 5;
    assert.ok(one);
    assert.deepEqual([one.evidence.wrong, one.evidence.total, one.evidence.soft], [1, 5, 4]);
    assert.ok(Math.abs(one.evidence.part - price / 5) < 1e-12 && Math.abs(one.evidence.loss - loss) < 1e-12);
    assert.match(
      one.sentence,
      /^1 pixel has p = 0 or 1 and the other truth: 1 × 16\.118 \/ 5 = 3\.224, 99 % of the log loss\.$/,
    );
    const several = finding(drawn("ox##"));
    assert.match(several?.sentence ?? "", /^2 pixels have .*100 % of the log loss\. The mask is hard/);
    // One in a thousand adds .016 to the loss: too little to speak of.
    assert.equal(finding(drawn(`o${"#".repeat(999)}`)), undefined);
    assert.ok(finding(drawn(`o${"#".repeat(700)}`)));
  });

  it("of a truth with grays counts them", () => {
    const { truth, prediction } = drawn("##..######", "##..######");
    const grays = (n: number) =>
      diagnose(subjectOf(truth, prediction, 0.5, n)).find(({ id }) => id === "resized_truth");
    assert.deepEqual(grays(2)?.evidence, { grays: 2, part: 0.1 });
    assert.match(grays(2)?.sentence ?? "", /^2 pixels of the truth \(10 %\) lie between/);
    assert.match(grays(1)?.sentence ?? "", /^1 pixel of the truth \(5 %\) lies between/);
    assert.equal(grays(0), undefined);
  });

  it("of another scale needs values that suggest one, and a mask that fits", () => {
    const scaled = (most: number, truth = [1, 1, 0, 0]) => pairOf(4, truth, [most, most, 0, 0]);
    assert.deepEqual(look("scale", scaled(1))?.evidence, { stored: 1, maximum: 255, dice: 1 });
    assert.ok(look("scale", scaled(31)));
    assert.equal(look("scale", scaled(33)), null);
    assert.ok(look("scale", scaled(100)));
    assert.equal(look("scale", pairOf(4, [1, 1, 0, 0], [30_000, 30_000, 0, 0], 65_535)), null);
    assert.equal(look("scale", scaled(1, [0, 0, 1, 1])), null);
    assert.equal(look("scale", scaled(0)), null);
    assert.equal(look("scale", scaled(1), 0.003), null);
  });
});

describe("Dice of hard masks", () => {
  it("is 0 where nothing is in common, and leaves out what is ignored", () => {
    assert.equal(diceOf({ tp: 0, fp: 0, fn: 0 }), 0);
    assert.equal(diceOf({ tp: 2, fp: 1, fn: 1 }), 2 / 3);
    const { truth } = drawn("##?.");
    assert.equal(diceWith(truth, [1, 0, 1, 0]), 2 / 3);
    assert.equal(diceWith(truth, [0, 0, 1, 1]), 0);
    assert.equal(diceWith(drawn("....").truth, [0, 0, 0, 0]), 0);
  });

  it("proves a change that gains enough and leaves little", () => {
    const proof = { gain: 0.25, left: 0.5 };
    assert.equal(proves(proof, 0.5, 0.75), true);
    assert.equal(proves(proof, 0.5, 0.7), false);
    assert.equal(proves(proof, 0.25, 0.5), false);
    assert.equal(proves(proof, 0.25, 0.625), true);
  });
});

describe("the best offset", () => {
  it("is found where no single step leads to it", () => {
    const [width, height] = [400, 300];
    // Squares of 3 pixels, far apart: moved by more than their size they have nothing in common until they meet again.
    const squares = Array.from({ length: 40 }, (_, i) => ({
      x: 20 + ((i * i * i * 7 + i * 31) % 350),
      y: 20 + ((i * i * 13 + i) % 250),
    }));
    const pixels = new Uint8Array(width * height);
    for (const { x, y } of squares) {
      for (let row = 0; row < 3; row++) pixels.fill(1, (y + row) * width + x, (y + row) * width + x + 3);
    }
    const mask = { width, height, pixels };
    for (const [dx, dy] of [
      [17, -14],
      [-20, 20],
      [24, 3],
    ]) {
      const moved = Uint8Array.from(
        shift({ width, height, samples: pixels, maximum: 1, meaning: "probability" }, dx, dy),
      );
      assert.deepEqual(bestOffset([truthBits(mask)], [truthBits({ ...mask, pixels: moved })], 25), {
        dx: -dx,
        dy: -dy,
        common: 9 * 40,
      });
    }
  });

  it("is not looked for beyond its reach", () => {
    const mask = { width: 40, height: 8, pixels: new Uint8Array(320) };
    mask.pixels.fill(1, 164, 168);
    const moved = new Uint8Array(320).fill(1, 176, 180);
    const { dx, dy } = bestOffset([truthBits(mask)], [truthBits({ ...mask, pixels: moved })], 10);
    assert.deepEqual([dx, dy], [-10, 0]);
  });
});
