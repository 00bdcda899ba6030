import assert from "node:assert/strict";
import { gatherLabels } from "../../../src/core/labels/evidence.js";
import { defaultSettings } from "../../../src/core/settings.js";
import { toCsv } from "../../../src/report/csv.js";
import { toHtml } from "../../../src/report/html/document.js";
import { toJson } from "../../../src/report/json.js";
import { jsonText } from "../../../src/report/jsonText.js";
import { toMarkdown } from "../../../src/report/markdown.js";
import type { Report } from "../../../src/report/report.js";
import type { ScoredRow } from "../../../src/report/row.js";
import { shortNumber } from "../../../src/report/scoreText.js";
import { summarise } from "../../../src/report/summary.js";
import { toTerminal } from "../../../src/report/terminal.js";
import { scorePair } from "../../../src/scoring/scorePair.js";
import { fileOf } from "../../reference/golden.js";

const classes = ["sky", "road, wet", "car", "tree", "wall", "never"].map((name, id) => ({ id, name }));
const settings = { ...defaultSettings, classes };

function rowOf(name: string): ScoredRow {
  const row = scorePair({ name, prediction: fileOf(`pred/${name}.png`), truth: fileOf(`gt/${name}.png`) }, settings);
  if (row.status === "failed") throw new Error(row.reason);
  return row;
}

function reportOf(...names: string[]): Report {
  const rows = names.map(rowOf);
  return {
    settings,
    rows,
    failures: [],
    unmatched: { predictions: [], truth: [] },
    summary: summarise(rows, settings),
  };
}

const mixed = reportOf("p01_blob_101", "p03_5x7", "h13_voc_palette", "h18_inst_256");

describe("an edited prediction", () => {
  it("is told from the file's own in CSV and Markdown", () => {
    const report = reportOf("p01_blob_101", "p03_5x7");
    const [first, second] = report.rows;
    const edited = { ...report, rows: [{ ...first, edited: "eroded, holes filled" }, second] };
    const [head = "", ...rows] = toCsv(edited).trimEnd().split("\n");
    assert.deepEqual(head.split(",").slice(-2), ["edited", "failure"]);
    assert.ok(rows[0].endsWith(',"eroded, holes filled",') && rows[1].endsWith(",,"));
    assert.ok(!toCsv(report).includes("edited"));
    assert.match(toMarkdown(edited), /\| p01_blob_101 \(edited: eroded, holes filled\) \|/);
  });
});

describe("the HTML report of several kinds", () => {
  it("has a headline of each, over its own pairs", () => {
    const page = toHtml(mixed, { title: "t", pictures: new Map() });
    const header = page.slice(page.indexOf("<header>"), page.indexOf("</header>"));
    const titles = Array.from(header.matchAll(/<p class="kind">([^<]+)</g), ([, title]) => title);
    assert.deepEqual(titles, ["2 pairs of binary masks", "1 pair of label maps", "1 pair of instance maps"]);
    for (const [kind, id, title, images] of [
      ["binary", "iou", "IoU \\(Jaccard\\)", "2 images"],
      ["labels", "miou", "mIoU[^<]*", "1 image"],
      ["objects", "pq", "Panoptic quality", "1 image"],
    ] as const) {
      const mean = shortNumber(mixed.summary.byKind?.[kind]?.macro[id]?.mean);
      assert.match(header, new RegExp(`<dt>${title} ↑</dt><dd><b>${mean}</b>\\s*<span class="quiet">${images}<br>`));
    }
    assert.match(page, /All 2 that have it, the worst first by IoU \(Jaccard\)/);
    assert.match(page.slice(page.indexOf('aria-label="Pairs"')), /miou ↑[\s\S]*pq ↑/);
  });

  it("says of how many pairs a mean is", () => {
    const [first, second] = [rowOf("p01_blob_101"), rowOf("p03_5x7")];
    const rows = [first, { ...second, scores: { ...second.scores, iou: null } }];
    const page = toHtml({ ...mixed, rows, summary: summarise(rows, settings) }, { title: "t", pictures: new Map() });
    assert.match(page, /<dt>IoU[^<]*<\/dt><dd><b>[^<]+<\/b>\s*<span class="quiet">1 of 2 images<br>/);
  });
});

describe("summary of several kinds", () => {
  it("keeps each kind's means apart", () => {
    const { byKind, macro, micro } = mixed.summary;
    assert.deepEqual(
      Object.entries(byKind ?? {}).map(([kind, means]) => [kind, means.pairs]),
      [
        ["binary", 2],
        ["labels", 1],
        ["objects", 1],
      ],
    );
    const [, , labels, objects] = mixed.rows;
    assert.equal(micro.miou, labels.scores.miou);
    assert.equal(byKind?.labels?.macro.mcc.mean, labels.scores.mcc);
    assert.equal(macro.miou.n, 1);
    // Of what several kinds have, the mean takes in all, the sum only the most frequent kind.
    assert.equal(macro.object_f1.n + macro.object_f1.excluded, 3);
    assert.equal(micro.object_f1, byKind?.binary?.micro.object_f1);
    assert.equal(byKind?.objects?.micro.object_f1, objects.scores.object_f1);
  });

  it("is as before for one kind", () => {
    const { byKind, labels } = reportOf("p01_blob_101", "p03_5x7").summary;
    assert.deepEqual([byKind, labels], [undefined, undefined]);
  });

  it("adds up the confusion of label maps", () => {
    const { summary, rows } = reportOf("h13_voc_palette", "h13_voc_palette");
    const [{ confusion }] = rows;
    assert.deepEqual(
      summary.labels?.confusion,
      confusion?.map((counts) => counts.map((count) => 2 * count)),
    );
    assert.deepEqual(summary.labels?.perClass, rows[0].perClass);
    assert.equal(summary.micro.miou, rows[0].scores.miou);
  });
});

describe("files of several kinds", () => {
  it("CSV: the columns of the kinds there are, and of the classes that occur", () => {
    const [head, ...rows] = toCsv(mixed).trimEnd().split("\n");
    assert.equal(rows.length, 4);
    assert.match(
      head,
      /,iou,.*,miou,.*,pq,.*,iou\[sky\],dice\[sky\],precision\[sky\],recall\[sky\],"iou\[road, wet\]"/,
    );
    assert.ok(!head.includes("never"));
    const only = toCsv(reportOf("h18_inst_256")).split("\n")[0];
    assert.match(
      only,
      /^name,prediction,truth,width,height,kind,truth_area,object_precision,.*,objects_merged,failure$/,
    );
  });

  it("JSON: classes, matrix and thresholds of each pair, lists on a line", () => {
    const text = toJson(mixed);
    const document = JSON.parse(text);
    const [binary, , labels, objects] = document.pairs;
    assert.deepEqual(labels.classes[1], { id: 1, name: "road, wet" });
    assert.deepEqual(labels.confusion[0], [3597, 454, 506, 440, 193, 0]);
    assert.equal(labels.perClass.iou[5], null);
    assert.deepEqual(Object.keys(labels.perClass), ["iou", "dice", "precision", "recall"]);
    assert.equal(objects.perThreshold.object_recall.length, 10);
    assert.equal(binary.perThreshold.iou.length, 10);
    assert.ok(!("confusion" in binary) && !("perThreshold" in labels));
    assert.match(text, /\n {8}\[3597, 454, 506, 440, 193, 0\],\n/);
    assert.deepEqual(document.summary.labels.confusion, labels.confusion);
  });

  it("terminal: a table a kind with its own columns, then the classes", () => {
    const text = toTerminal(mixed);
    assert.match(text, /Read as 2 pairs of binary masks, 1 pair of label maps, 1 pair of instance maps: --kind/);
    assert.match(text, /pair +truth px +iou ↑ +mean_iou ↑ +dice ↓/);
    assert.match(text, /pair +miou ↑ +fw_iou ↑ +pixel_accuracy ↑ +mean_class_accuracy ↑ +macro_f1 ↑/);
    assert.match(text, /pair +pq ↑ +sq ↑ +rq ↑ +object_ap ↑ +object_f1 ↑/);
    assert.match(text, /road, wet +0\.5875/);
    assert.ok(!text.includes("never"));
    assert.ok(!toTerminal(reportOf("p01_blob_101")).includes("Read as"));
  });

  it("terminal: as many scores as fit a narrow one, and how many are left out", () => {
    const report = reportOf("p01_blob_101", "p03_5x7");
    const [head] = toTerminal(report).split("\n");
    const narrow = toTerminal(report, 60);
    const lines = narrow.split("\n");
    assert.equal(lines[0], "pair                     truth px   iou ↑  mean_iou ↑");
    assert.ok(head.startsWith(lines[0]));
    assert.match(narrow, /; 6 more scores on a wider terminal, all in --csv and --json\.$/m);
    assert.equal(toTerminal(report, 10).split("\n")[0], "pair                     truth px   iou ↑");
    assert.equal(toTerminal(report, head.length), toTerminal(report));
  });

  it("Markdown: the classes have a table", () => {
    assert.match(
      toMarkdown(mixed),
      /\| class \| iou ↑ \| dice ↑ \| precision ↑ \| recall ↑ \|\n.*\n\| sky \| 0\.5703 \|/,
    );
  });
});

describe("jsonText", () => {
  it("says what JSON.stringify says", () => {
    const value = {
      a: [1, null, "x\n", true],
      empty: {},
      none: [],
      left: undefined,
      deep: [{ b: [[0.1], [1e-300]] }, []],
      odd: Number.NaN,
      'key "': { c: undefined },
    };
    assert.deepEqual(JSON.parse(jsonText(value)), JSON.parse(JSON.stringify(value)));
    assert.equal(jsonText([undefined, 1]), "[null, 1]");
  });
});

describe("labels without an overlap of classes", () => {
  it("merge over the classes of both", () => {
    const evidenceOf = (id: number) => {
      const raster = { width: 1, height: 1, samples: Uint8Array.of(id), meaning: "class", maximum: 255 } as const;
      return gatherLabels({ truth: raster, prediction: raster, classes: [{ id }] });
    };
    const rows = [2, 9].map((id) => ({ ...rowOf("h13_voc_palette"), evidence: evidenceOf(id) }));
    const { labels } = summarise(rows, defaultSettings);
    assert.deepEqual(labels?.classes, [{ id: 2 }, { id: 9 }]);
    assert.deepEqual(labels?.confusion, [
      [1, 0],
      [0, 1],
    ]);
  });
});
