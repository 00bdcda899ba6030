import { scoreById } from "../../core/catalogue.js";
import { scoreValue } from "../../core/evaluate.js";
import type { Evidence } from "../../core/evidence.js";
import type { Settings } from "../../core/settings.js";
import type { Confused } from "../../protocol/confusion.js";
import type { DataSetMean, DataSetTotals, TableColumns, TableDials } from "../../protocol/table.js";
import { detailsOf } from "../../report/details.js";
import { macroMeans } from "../../report/macro.js";
import { arrayColumns } from "../../report/scoreColumns.js";
import type { Scorer } from "../../scoring/scorer.js";
import type { PairRow, Run } from "../run.js";

/** Means of columns, with intervals and, where tallies are kept, the score of all pixels together. */
export async function meansOfColumns(
  scorer: Pick<Scorer, "bootstrap">,
  { run, rows }: { readonly run: Run; readonly rows: readonly PairRow[] },
  ids: readonly string[],
  { values, asScored }: TableColumns,
  dials: TableDials | null,
): Promise<DataSetMean[]> {
  // Pairs of another kind do not have the score: they are no gap in its mean.
  const ofKind = values.map((column, i) => column.filter((_, row) => scoreById(ids[i]).kinds.includes(rows[row].kind)));
  const means = await macroMeans(arrayColumns(ofKind), run.settings.emptyPolicy, (groups) => scorer.bootstrap(groups));
  const micro = microOf(run);
  return means.map((mean, i) => {
    const id = ids[i];
    const turned = dials && !asScored.includes(id) ? { ...run.settings, ...dials } : run.settings;
    return { ...mean, micro: micro(id, turned) };
  });
}

/** The score of all pixels together; of the kind with the most pairs where several have it, as in reports. */
function microOf(run: Run): (id: string, settings: Settings) => number | null {
  const totals = mostFirst(run);
  if (totals.length === 0) {
    const { micro } = run.report().summary;
    // Of the settings that it was scored under: the pixels of all pairs together are not known.
    return (id, settings) => (settings === run.settings ? (micro[id] ?? null) : null);
  }
  return (id, settings) => {
    const score = scoreById(id);
    const total = totals.find(({ kind }) => score.kinds.includes(kind));
    const value = total ? scoreValue(score, total, settings) : null;
    return typeof value === "number" ? value : null;
  };
}

function mostFirst(run: Run): Evidence[] {
  const pairs = (kind: Evidence["kind"]) => run.pairs.filter((pair) => pair.kind === kind).length;
  return [...run.totals()].sort((a, b) => pairs(b.kind) - pairs(a.kind));
}

export function totalsOf(run: Run): DataSetTotals {
  const totals = run.totals();
  const binary = totals.find((total) => total.kind === "binary");
  const labels = totals.find((total) => total.kind === "labels");
  const details = labels
    ? detailsOf(labels, run.settings)
    : totals.length === 0
      ? run.report().summary.labels
      : undefined;
  const { classes, perClass, confusion } = details ?? {};
  return {
    tally: binary?.kind === "binary" ? binary.pixels : null,
    labels: classes && perClass && confusion ? { classes, perClass, confusion } : null,
  };
}

/** Pixels of each row that have a confusion. */
export function cellColumn(rows: readonly PairRow[], { truth, predicted }: Confused): Float64Array {
  return Float64Array.from(rows, ({ classes, confusion }) => {
    if (!classes || !confusion) return Number.NaN;
    const [row, column] = [truth, predicted].map((id) => classes.findIndex((entry) => entry.id === id));
    return confusion[row]?.[column] ?? 0;
  });
}
