import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { scoreById } from "../../../../src/core/catalogue.js";
import type { Comparison } from "../../../../src/report/comparison/comparison.js";
import { comparisonHtml } from "../../../../src/report/comparison/html.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { comparisonPictures } from "../../../../src/scoring/reportPictures.js";
import { compareFolders } from "./support.js";

const sample = resolve(__dirname, "../../../../media/sample");
const iou = scoreById("iou");
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe("the HTML page of a comparison", () => {
  let comparison: Comparison;
  /** Images that got worse, the biggest regression first, as counted by hand. */
  let worse: Array<{ name: string; a: number; b: number }>;
  before(async () => {
    comparison = await compareFolders(join(sample, "gt"), {
      "unet-v1": join(sample, "pred/unet-v1"),
      "unet-v2": join(sample, "pred/unet-v2"),
    });
    worse = comparison.images
      .map(({ name, rows }) => ({ name, a: Number(rows[0]?.scores.iou), b: Number(rows[1]?.scores.iou) }))
      .filter(({ a, b }) => b < a)
      .sort((x, y) => x.b - x.a - (y.b - y.a));
  });

  it("shows both models on the images that got worst, the biggest regression first", async () => {
    const pictures = await comparisonPictures(comparison, iou, inlineScorer);
    assert.equal(pictures.size, 2 * worse.length);
    const page = comparisonHtml(comparison, { scores: [iou], pictures });
    assert.equal(count(page, 'src="data:image/png;base64,'), 2 * worse.length);
    const shown = Array.from(page.matchAll(/alt="Errors of (unet-v\d) on ([^"]+)"/g), ([, model, name]) => [
      model,
      name,
    ]);
    assert.deepEqual(
      shown,
      worse.flatMap(({ name }) => [
        ["unet-v1", name],
        ["unet-v2", name],
      ]),
    );
    const [first] = worse;
    assert.ok(first && page.includes(`−${(first.a - first.b).toPrecision(4)}`), "with its difference");
  });

  it("has the leaderboard, the differences, and every image with its full values", () => {
    const page = comparisonHtml(comparison, { scores: [iou], date: "2026-01-02", pictures: new Map() });
    assert.match(page, /<h1>unet-v2 against unet-v1<\/h1>/);
    assert.match(page, /12 shared images · ground truth .*gt · 2026-01-02/);
    assert.match(page, /<h2>Leaderboard, 12 shared images<\/h2>/);
    assert.match(page, /<h2>unet-v2 \(B\) against unet-v1 \(A\), image by image<\/h2>/);
    // The columns of the compare page, and its names.
    const heads = Array.from(page.matchAll(/<th scope="col"[^>]*>([^<]*)</g), ([, title]) => title);
    assert.deepEqual(heads.slice(0, 7), ["score", "rank", "model", "mean", "95 % interval", "n", "all pixels"]);
    assert.deepEqual(heads.slice(7, 12), ["score", "worse", "equal", "better", "mean of B − A"]);
    assert.match(page, /IoU \(Jaccard\) ↑/);
    assert.doesNotMatch(page, />iou ↑/);
    for (const { rows } of comparison.images)
      for (const { scores } of rows) assert.ok(page.includes(`data-value="${scores.iou ?? ""}"`));
  });

  it("asks for nothing from elsewhere, and forbids it", () => {
    const page = comparisonHtml(comparison, { pictures: new Map() });
    assert.match(page, /content="default-src &#39;none&#39;;/);
    assert.doesNotMatch(page, /https?:|\bsrc="(?!data:)|@import|<link|url\(/);
  });

  it("says so where nothing got worse", () => {
    const same = {
      ...comparison,
      images: comparison.images.map((image) => ({ ...image, rows: [image.rows[0], image.rows[0]] })),
    };
    const page = comparisonHtml(same as Comparison, { scores: [iou], pictures: new Map() });
    assert.match(page, /None got worse than with unet-v1\./);
  });
});
