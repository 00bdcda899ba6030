import type { TableRun } from "../../src/protocol/table.js";
import { type Key, ordered, passing, type RangeFilter } from "./arrange.js";
import type { Column } from "./columns.js";
import { type Axis, axisOf, binned } from "./histogram.js";
import { NAME, type TableState } from "./tableState.js";

export interface Arrangement {
  /** Rows that pass the filters, ascending. */
  readonly passed: Uint32Array;
  /** The same in the order shown. */
  readonly order: Uint32Array;
}

export interface ColumnHistogram {
  readonly axis: Axis;
  readonly all: Uint32Array;
  readonly shown: Uint32Array;
}

type Values = (id: string) => Float64Array | undefined;

const BINS = 32;

/** Which rows are shown, in which order, and how they are distributed; worked out anew only when something changed. */
export function createArranger() {
  let last: ({ readonly key: readonly unknown[] } & Arrangement) | null = null;
  let rows: { readonly run: TableRun; readonly lower: readonly string[]; readonly numbers: Float64Array } | null = null;
  const histograms = new Map<string, { values: Float64Array; passed: Uint32Array | null; result: ColumnHistogram }>();

  const rowsOf = (run: TableRun) => {
    if (rows?.run !== run) {
      // Names come in their natural order: their places sort them.
      const numbers = Float64Array.from(run.names.keys());
      rows = { run, numbers, lower: run.names.map((name) => name.toLowerCase()) };
    }
    return rows;
  };

  return {
    arrange(run: TableRun, { sort, ranges, text }: TableState, valuesOf: Values): Arrangement {
      const { lower, numbers } = rowsOf(run);
      const keys = sort.flatMap(({ column, descending }): Key[] => {
        const values = column === NAME ? numbers : valuesOf(column);
        return values ? [{ values, descending }] : [];
      });
      const filters = Object.entries(ranges).flatMap(([id, range]): RangeFilter[] => {
        const values = valuesOf(id);
        return values ? [{ ...range, values }] : [];
      });
      const wanted = text.trim().toLowerCase();
      const filterKey = [run, wanted, ...filters.flatMap(({ values, minimum, maximum }) => [values, minimum, maximum])];
      const key = [...filterKey, "in the order of", ...keys.flatMap(({ values, descending }) => [values, descending])];
      if (last && same(last.key, key)) return last;
      const matches = wanted === "" ? null : (row: number) => lower[row].includes(wanted);
      const passed =
        last && same(last.key.slice(0, filterKey.length + 1), [...filterKey, "in the order of"])
          ? last.passed
          : passing(run.names.length, filters, matches);
      last = { key, passed, order: ordered(passed, keys) };
      return last;
    },

    histogram(
      { id, range, log }: Column,
      values: Float64Array | undefined,
      passed: Uint32Array,
    ): ColumnHistogram | null {
      if (!values) return null;
      const known = histograms.get(id);
      if (known?.values === values && known.passed === passed) return known.result;
      const isSame = known?.values === values;
      const axis = isSame ? known.result.axis : axisOf(values, range, log);
      const all = isSame ? known.result.all : binned(values, null, axis, BINS);
      const shown = passed.length === values.length ? all : binned(values, passed, axis, BINS);
      const result = { axis, all, shown };
      histograms.set(id, { values, passed, result });
      return result;
    },
  };
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
