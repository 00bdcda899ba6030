import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import type { PairRow } from "../../../src/extension/run.js";
import { encodePng } from "../../../src/formats/png.js";
import type { ScoredRow } from "../../../src/report/row.js";
import { loneFiles, type Plan } from "../../../src/scoring/folders.js";
import { scorePair } from "../../../src/scoring/scorePair.js";

/** A folder tree of its own, removed by {@link remove}; files are empty unless content is given. */
export function folderTree(files: readonly string[]): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "mask-inspector-"));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A 2 x 2 mask; values are 0 to 255. */
export function writeMask(file: string, values: readonly [number, number, number, number]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, encodePng({ width: 2, height: 2, channels: 1, samples: Uint8Array.from(values) }));
}

/** Scores a pair of 2 x 2 masks. */
export function scoredRow(folder: string, name: string, values: readonly [number, number, number, number]): ScoredRow {
  const [prediction, truth] = [join(folder, "pred", `${name}.png`), join(folder, "gt", `${name}.png`)];
  writeMask(prediction, values);
  writeMask(truth, [255, 255, 0, 0]);
  const row = scorePair({ name, prediction, truth }, defaultSettings);
  if (row.status === "failed") throw new Error(row.reason);
  return row;
}

export function planOf(names: readonly string[], unmatched: Plan["unmatched"] = { predictions: [], truth: [] }): Plan {
  return {
    jobs: names.map((name) => ({ name, prediction: `/pred/${name}.png`, truth: `/gt/${name}.png` })),
    failures: [],
    unmatched,
    alone: loneFiles(unmatched, { predictions: "/pred", truth: "/gt" }),
    affixes: { prediction: null, truth: null },
    notes: [],
  };
}

/** A pair of the ranking with nothing but its name and scores. */
export function pairRow(index: number, name: string, scores: PairRow["scores"]): PairRow {
  return {
    status: "scored",
    index,
    name,
    prediction: `/pred/${name}.png`,
    truth: `/gt/${name}.png`,
    width: 2,
    height: 2,
    kind: "binary",
    readAs: { prediction: "8-bit probability", truth: "0/255 mask" },
    notes: [],
    scores,
    truthArea: { pixels: 2, counted: 4 },
  };
}
