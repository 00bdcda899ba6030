import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { defaultSettings } from "../../../../src/core/settings.js";
import { rankingScoreOf, toHtml } from "../../../../src/report/html/document.js";
import { html } from "../../../../src/report/html/markup.js";
import type { Report } from "../../../../src/report/report.js";
import { inlineScorer } from "../../../../src/scoring/inline.js";
import { reportPictures } from "../../../../src/scoring/reportPictures.js";
import { scoreFolders } from "../../support/scoreFolders.js";

const root = resolve(__dirname, "../../../..");
const data = join(root, "test/reference/data");

const count = (text: string, part: string | RegExp) => text.split(part).length - 1;

describe("html", () => {
  it("escapes whatever is filled in, and only that", () => {
    const inner = html`<b>${"<&\"'>"}</b>`;
    assert.equal(html`<p>${inner}${1}${null}</p>`.text, "<p><b>&lt;&amp;&quot;&#39;&gt;</b>1</p>");
  });
});

describe("the HTML report", () => {
  let report: Report;
  before(async () => {
    report = await scoreFolders(join(root, "media/sample/pred/unet-v1"), join(root, "media/sample/gt"));
  });

  it("has a picture of each of the worst twelve, the worst first", async () => {
    const pictures = await reportPictures(report, rankingScoreOf(report), inlineScorer);
    const page = toHtml(report, { title: "A <title>", date: "2026-01-02", pictures });
    assert.equal(count(page, 'src="data:image/png;base64,'), 12);
    const names = Array.from(page.matchAll(/alt="Errors of ([^"]+)"/g), ([, name]) => name);
    assert.deepEqual(names.slice(0, 3), ["cloud-threshold", "farmland-empty-truth", "road-inverted"]);
    assert.match(page, /<h1>A &lt;title&gt;<\/h1>/);
    assert.match(page, /12 pairs scored · 2026-01-02/);
  });

  it("asks for nothing from elsewhere, and forbids it", () => {
    const page = toHtml(report, { title: "t", pictures: new Map() });
    assert.match(page, /content="default-src &#39;none&#39;;/);
    assert.doesNotMatch(page, /https?:|\bsrc="(?!data:)|@import|<link|url\(/);
    assert.equal(count(page, "no picture: its files are not here"), 12);
  });

  it("prints the numbers of the report, and sorts by full values", () => {
    const page = toHtml(report, { title: "t", pictures: new Map() });
    const { mean, n } = report.summary.macro.iou;
    const line = page.slice(page.indexOf('<span class="id">iou</span></th>')).split("</tr>")[0];
    assert.ok(line.includes(`data-value="${mean}"`), line);
    assert.ok(line.includes(`data-value="${n}"`), line);
    assert.match(line, /aria-label="from 0 to 0\.9795, median 0\.6770; axis 0 to 1"/);
    for (const row of report.rows) assert.ok(page.includes(`data-value="${row.scores.iou ?? ""}"`), row.name);
  });

  it("lists the pairs worst first by the score that ranks, and says how many there are", () => {
    const page = toHtml(report, { title: "t", pictures: new Map() });
    const pairs = page.slice(page.indexOf('aria-label="Pairs"'));
    const listed = Array.from(pairs.matchAll(/<th scope="row">([^<]+)<\/th>/g), ([, name]) => name);
    const expected = [...report.rows].sort((a, b) => Number(a.scores.iou) - Number(b.scores.iou));
    assert.deepEqual(
      listed.slice(0, expected.length),
      expected.map(({ name }) => name),
    );
    assert.match(page, /All 12, the worst first by IoU \(Jaccard\) ↑/);
    const [row] = report.rows;
    const more = { ...report, rows: Array.from({ length: 13 }, () => row) };
    assert.match(toHtml(more, { title: "t", pictures: new Map() }), /The worst 12 of 13 by IoU/);
  });

  it("lists failures first, with what to do, and files without a partner", () => {
    const failed: Report = {
      ...report,
      failures: [{ status: "failed", name: "a", file: "/a.png", reason: "it is torn", remedy: "Write it again." }],
      unmatched: { predictions: ["b.png"], truth: ["c.png"] },
    };
    const page = toHtml(failed, { title: "t", pictures: new Map() });
    assert.match(page, /3 not scored/);
    assert.match(page, /It is torn\. Write it again\./);
    assert.ok(page.indexOf("It is torn") < page.indexOf('id="worst"'));
    assert.match(page, /b\.png<\/th>\s*<td>No ground truth\./);
  });

  it("shows classes of label maps, and errors as wrong classes", async () => {
    const labels = await scoreFolders(join(data, "pred/h13_voc_palette.png"), join(data, "gt/h13_voc_palette.png"));
    const pictures = await reportPictures(labels, rankingScoreOf(labels), inlineScorer);
    const page = toHtml(labels, { title: "t", pictures });
    assert.equal(pictures.size, 1);
    assert.match(page, /Classes, all pixels together/);
    assert.match(page, /Wrong class/);
    assert.doesNotMatch(page, /False negative/);
  });

  it("draws no picture of files that are gone, or are now read otherwise", async () => {
    const [row] = report.rows;
    const gone = { ...row, prediction: "/nowhere.png" };
    const other = { ...row, readAs: { ...row.readAs, prediction: "16-bit probability (v / 65535)" } };
    const score = rankingScoreOf(report);
    assert.equal((await reportPictures({ ...report, rows: [gone, other] }, score, inlineScorer)).size, 0);
    assert.equal((await reportPictures({ ...report, rows: [row] }, score, inlineScorer)).size, 1);
  });

  it("says so where nothing was scored", () => {
    const empty: Report = {
      settings: defaultSettings,
      rows: [],
      failures: [],
      unmatched: { predictions: [], truth: [] },
      summary: { macro: {}, micro: {} },
    };
    const page = toHtml(empty, { title: "t", pictures: new Map() });
    assert.match(page, /0 pairs scored/);
    assert.doesNotMatch(page, /id="worst"/);
  });
});
