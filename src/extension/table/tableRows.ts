import { scoreById } from "../../core/catalogue.js";
import { isLibrary } from "../../core/conventions/index.js";
import { type Settings, valuesFor } from "../../core/settings.js";
import { pairKinds, type TableRun } from "../../protocol/table.js";
import type { PairRow, Run } from "../run.js";
import { scoreIdsOf } from "../runs/scoreColumns.js";

/** The pairs of a run in the order of the table's rows. */
export function tableRows({ pairs }: Pick<Run, "pairs">): PairRow[] {
  return [...pairs].sort((a, b) => a.index - b.index);
}

/** What the page is told of a run at once. */
export function tableRun(
  run: Run,
  rows: readonly PairRow[],
  more: Pick<TableRun, "revision" | "rankBy" | "canTurn" | "predictions" | "truth">,
): TableRun {
  // Pairs of one kind have the same scores.
  const examples = pairKinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
  const ids = new Set(Object.values(scoreIdsOf(examples)).flat());
  return {
    ...more,
    id: run.facts.id,
    name: run.facts.name,
    settings: run.settings,
    state: run.state,
    names: rows.map(({ name }) => name),
    kinds: Uint8Array.from(rows, ({ kind }) => pairKinds.indexOf(kind)),
    area: Float64Array.from(rows, ({ truthArea }) => truthArea?.pixels ?? Number.NaN),
    scores: Array.from(ids),
    failures: run.failures.map(({ name, reason, missing }) => ({ name, reason, ...(missing && { missing }) })),
  };
}

/** A score of every row as it was scored; NaN where undefined. */
export function columnOf(rows: readonly PairRow[], id: string): Float64Array {
  return Float64Array.from(rows, ({ scores }) => scores[id] ?? Number.NaN);
}

/**
 * What other settings mean for a score: nothing, it can be evaluated again from tallies, or it would need the pixels,
 * because what it reads of them was gathered under the settings of the run.
 */
export function reachOf(id: string, own: Settings, turned: Settings): "same" | "tallies" | "pixels" {
  const score = scoreById(id);
  const values = (settings: Settings) => {
    const all = valuesFor(score, settings);
    // A library's formula may read what ours has no parameter for.
    if (isLibrary(settings.preset)) return JSON.stringify([settings.preset, all]);
    return JSON.stringify(Object.keys(score.parameters).map((name) => all[name] ?? null));
  };
  if (values(own) === values(turned)) return "same";
  if (score.family === "boundary") return "pixels";
  const shaped = Object.entries(score.parameters).some(
    ([name, parameter]) =>
      parameter.kind === "number" &&
      parameter.fromPixels === true &&
      valuesFor(score, own)[name] !== valuesFor(score, turned)[name],
  );
  if (shaped || (score.family === "objects" && own.threshold !== turned.threshold)) return "pixels";
  return "tallies";
}

/** A column evaluated by index of the pairs, as a column of rows; what tallies do not hold is as it was scored. */
export function byRow(rows: readonly PairRow[], id: string, byIndex: Float64Array): Float64Array {
  return Float64Array.from(rows, ({ kind, index, scores }) =>
    kind === "binary" ? byIndex[index] : (scores[id] ?? Number.NaN),
  );
}
