import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { toLongCsv } from "../../../src/report/csvLong.js";
import { scoreFolders } from "../support/scoreFolders.js";

const data = resolve(__dirname, "../../reference/data");

describe("long CSV", () => {
  it("has a row a pair and score, empty where undefined", async () => {
    const report = await scoreFolders(join(data, "pred/p08_both_empty.png"), join(data, "gt/p08_both_empty.png"));
    const [head, ...lines] = toLongCsv(report).trimEnd().split("\n");
    assert.equal(head, "name,prediction,truth,kind,score,class,value");
    assert.equal(lines.length, Object.keys(report.rows[0].scores).length);
    assert.ok(lines.some((line) => line.endsWith(",binary,iou,,")));
    assert.ok(lines.some((line) => line.endsWith(",binary,dice,,0")));
  });

  it("has a row a class of label maps", async () => {
    const report = await scoreFolders(join(data, "pred/h13_voc_palette.png"), join(data, "gt/h13_voc_palette.png"));
    const ofClass = toLongCsv(report)
      .trimEnd()
      .split("\n")
      .filter((line) => /,labels,iou,[^,]+,/.test(line));
    assert.deepEqual(
      ofClass.map((line) => Number(line.split(",").at(-1))),
      report.rows[0].perClass?.iou,
    );
  });
});
