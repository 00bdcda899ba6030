import assert from "node:assert/strict";
import { decodePng } from "../../src/formats/png.js";
import { worseRatios } from "../bench/check.js";
import { mosaicPng } from "../bench/mosaic.js";
import { barPicture } from "../bench/picture.js";
import { readmeWith } from "../bench/readmeTable.js";
import { verdict } from "../bench/targets.js";
import { countFrames } from "../bench/tracedFrames.js";

const timing = (median: number) => ({ minimum: median, median, runs: [median], unit: "s" });
const section = { figures: { ours: timing(1), "OpenCV, two processes": timing(4) }, ratios: { "ours / OpenCV": 0.25 } };

describe("the benchmark", () => {
  it("calls a ratio worse from 20 % above the baseline on, and knows no more than both sides", () => {
    const baseline = { a: 1, b: 1, gone: 1 };
    assert.deepEqual(worseRatios({ a: 1.19, b: 1.21, fresh: 9 }, baseline), ["WORSE b: 1.21, the baseline is 1.00"]);
  });

  it("writes its table between the marks of the README, and nothing else", () => {
    const readme = "before\n<!-- speed: written by `npm run bench -- --publish` -->\nold\n<!-- end of speed -->\nafter";
    const fresh = readmeWith(readme, { section }, "a machine");
    assert.match(fresh, /^before\n/);
    assert.match(fresh, /after$/);
    assert.match(fresh, /\| ours \| 1\.00 s \| 1\.00 \| {2}\|/);
    assert.doesNotMatch(fresh, /old/);
    assert.throws(() => readmeWith("no marks", { section }, ""), RangeError);
  });

  it("says of a target whether it is met or missed, of the median, not of the best run", () => {
    const title = "peak memory, pixel scores";
    const marks = "<!-- speed: written by `npm run bench -- --publish` --><!-- end of speed -->";
    const row = (median: number) =>
      readmeWith(
        marks,
        { section: { figures: { [title]: { ...timing(median), minimum: 1 } }, ratios: { "pixel / OpenCV": 0.5 } } },
        "",
      );
    assert.match(row(250), /pixel scores \| 250 s \| 1\.00 \| ≤ 250: met \|/);
    assert.match(row(251), /pixel scores \| 251 s \| 1\.00 \| ≤ 250: \*\*missed\*\* \|/);
    assert.match(row(1), /pixel \/ OpenCV \| 0\.50 \| ≤ 0\.45: \*\*missed\*\* \|/);
  });

  it("knows the targets of titles that say where it was measured", () => {
    assert.equal(verdict("activation in the served VS Code", 29), "≤ 30: met");
    assert.equal(verdict("4096 x 4096 on a stage of 9 x 9, a frame after a change of zoom", 17), "≤ 16: **missed**");
    assert.equal(verdict("1024 x 1024 on a stage of 9 x 9, a frame after a change of zoom", 17), "");
    assert.equal(
      verdict("4096 x 4096 on a stage of 9 x 9, frames dropped in a pan of 120 inputs", 1),
      "≤ 0: **missed**",
    );
    assert.equal(
      verdict("4096 x 4096, label maps on a stage of 9 x 9, frames dropped in a pan of 120 inputs", 0),
      "≤ 0: met",
    );
    assert.equal(
      verdict("4096 x 4096 on a stage of 9 x 9, the slowest of 30 after a change of pan", 16),
      "≤ 16.7: met",
    );
    assert.equal(verdict("the open pair, 33 scores", 2), "≤ 4: met");
  });

  it("draws bars as long as the seconds", () => {
    const widths = Array.from(barPicture(section, "a machine").matchAll(/<rect [^>]*width="([\d.]+)"/g), ([, width]) =>
      Number(width),
    );
    assert.equal(widths.length, 2);
    assert.equal(widths[1], 4 * (widths[0] ?? 0));
  });

  it("makes large images of flipped copies", () => {
    const { width, height, samples } = decodePng(mosaicPng(Uint8Array.of(1, 2, 3, 4), 2, 2));
    assert.deepEqual([width, height], [4, 4]);
    assert.deepEqual([...samples], [1, 2, 2, 1, 3, 4, 4, 3, 3, 4, 4, 3, 1, 2, 2, 1]);
  });

  it("counts the frames of the page that was marked, between its marks, and says where a trace has none", () => {
    const event = (name: string, ts: number, pid = 1, dur?: number) => ({ name, pid, ts, ...(dur && { dur }) });
    const events = [
      event("DroppedFrame", 5),
      event("traced frames begin", 10),
      event("DrawFrame", 20),
      event("DroppedFrame", 30),
      event("DroppedFrame", 30, 2),
      event("ProxyMain::BeginMainFrame", 35, 1, 9_000),
      event("ProxyMain::BeginMainFrame", 35, 2, 90_000),
      event("DrawFrame", 40),
      event("traced frames end", 50),
      event("DroppedFrame", 60),
    ];
    assert.deepEqual(countFrames(events), { presented: 2, dropped: 1, longest: 9 });
    assert.throws(() => countFrames(events.slice(2)), /lacks the marks/);
  });
});
