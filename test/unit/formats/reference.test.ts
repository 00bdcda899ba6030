import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FOREGROUND } from "../../../src/core/raster.js";
import { decode } from "../../../src/formats/decode.js";
import { interpretPair } from "../../../src/formats/interpret.js";
import { formatError } from "./support.js";

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
      const { truth, prediction, notes } = interpretPair(open(gt), open(pred), { kind: "auto", ignore: null });
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

  for (const { name, gt, pred } of pairs.filter(({ task }) => task !== "binary")) {
    it(`${name} is refused as a label map, and read when merged`, () => {
      const read = (kind: "auto" | "binary") => interpretPair(open(gt), open(pred), { kind, ignore: null });
      assert.throws(() => read("auto"), formatError(/truth looks like a label map/, /--kind binary/));
      assert.equal(read("binary").readAs.truth, "every non-zero id = foreground");
    });
  }
});
