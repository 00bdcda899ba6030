import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FOREGROUND } from "../../../src/core/raster.js";
import { decode } from "../../../src/formats/decode.js";
import { interpretPair } from "../../../src/formats/interpret.js";

const DATA = join(__dirname, "../../reference/data");

interface Pair {
  readonly name: string;
  readonly task: string;
  readonly gt: string;
  readonly pred: string;
}

const pairs: Pair[] = JSON.parse(readFileSync(join(DATA, "pairs.json"), "utf8"));
const golden: Record<string, Record<string, { value: number }>> = JSON.parse(
  readFileSync(join(DATA, "golden.json"), "utf8"),
);

const open = (path: string) => decode(path, readFileSync(join(DATA, path)));

describe("reference pairs", () => {
  for (const { name, gt, pred } of pairs.filter(({ task }) => task === "binary")) {
    it(`${name} decodes as PIL and OpenCV do`, () => {
      const reading = interpretPair(open(gt), open(pred), { kind: "auto", ignore: null });
      assert.equal(reading.kind, "binary");
      if (reading.kind !== "binary") return;
      const { truth, prediction, notes } = reading;
      const expected = (key: string) => golden[name]?.[`decode.${key}`]?.value ?? Number.NaN;
      assert.equal(truth.width, expected("width"));
      assert.equal(truth.height, expected("height"));
      assert.equal(truth.pixels.filter((pixel) => pixel === FOREGROUND).length, expected("gt_foreground"));
      let [raw, sum, over] = [0, 0, 0];
      for (const value of prediction.samples) {
        raw += value;
        sum += value / prediction.maximum;
        if (value / prediction.maximum > 0.5) over++;
      }
      const near = (actual: number, value: number) => assert.ok(Math.abs(actual - value) <= 1e-9 * Math.max(1, value));
      near(raw, expected("pred_raw_sum"));
      near(sum, expected("pred_sum"));
      assert.equal(over, expected("pred_over_half"));
      assert.deepEqual(notes, []);
    });
  }

  it("h13_voc_palette is read as class ids with void, without being told", () => {
    const [truth, prediction] = [open("gt/h13_voc_palette.png"), open("pred/h13_voc_palette.png")];
    const reading = interpretPair(truth, prediction, { kind: "auto", ignore: null });
    assert.equal(reading.kind, "labels");
    assert.equal(reading.readAs.truth, "class ids, palette, 255 = void (ignored)");
    assert.equal(reading.readAs.prediction, "class ids, palette");
    assert.match(reading.notes.join(), /truth: 2,835 pixels have the value 255: read as void and left out/);
    if (reading.kind !== "labels") return;
    assert.deepEqual(
      reading.classes.map(({ id }) => id),
      [0, 1, 2, 3, 4],
    );
  });

  it("h18_inst_256 is read as object ids, without being told", () => {
    const [truth, prediction] = [open("gt/h18_inst_256.png"), open("pred/h18_inst_256.png")];
    const reading = interpretPair(truth, prediction, { kind: "auto", ignore: null });
    assert.equal(reading.kind, "objects");
    assert.equal(reading.readAs.truth, "object ids, 16 bit: nearly every id is one piece");
    assert.deepEqual(reading.notes, []);
  });

  for (const { name, gt, pred } of pairs.filter(({ task }) => task !== "binary")) {
    it(`${name} is merged where it is told to`, () => {
      const reading = interpretPair(open(gt), open(pred), { kind: "binary", ignore: null });
      assert.equal(reading.kind, "binary");
      assert.equal(reading.readAs.truth, "every non-zero id = foreground");
    });
  }
});
