import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { TableRun } from "../../../../src/protocol/table.js";
import { restoreTable } from "../../../../webview/table/restoreTable.js";
import { initialTable, reduceTable, type TableAction } from "../../../../webview/table/tableState.js";

const run = (facts: Partial<TableRun> = {}): TableRun => ({
  revision: 1,
  id: "a",
  name: "unet",
  predictions: "pred",
  truth: "gt",
  settings: defaultSettings,
  state: "finished",
  rankBy: "iou",
  names: ["x"],
  kinds: Uint8Array.of(0),
  area: Float64Array.of(3),
  scores: ["bce", "dice", "iou", "hd95"],
  canTurn: true,
  failures: [],
  ...facts,
});
const stateAfter = (...actions: TableAction[]) => actions.reduce(reduceTable, initialTable);
const show = (facts: Partial<TableRun> = {}): TableAction => ({ do: "show", run: run(facts) });

describe("the state of the ranking table", () => {
  it("begins with the score that ranks, worst first, and some of each sort", () => {
    assert.deepEqual(stateAfter(show()).columns, ["iou", "dice", "bce", "hd95", "area"]);
    assert.deepEqual(stateAfter(show()).sort, [{ column: "iou", descending: false }]);
    assert.deepEqual(stateAfter(show({ rankBy: "bce" })).sort, [{ column: "bce", descending: true }]);
    assert.deepEqual(stateAfter(show({ area: Float64Array.of(Number.NaN), scores: ["iou"] })).columns, ["iou"]);
  });

  it("sorts worst first, then the other way; with Shift by several", () => {
    const sorted = stateAfter(show(), { do: "sort", column: "dice", add: false });
    assert.deepEqual(sorted.sort, [{ column: "dice", descending: true }]);
    const more = [
      { do: "sort", column: "iou", add: true },
      { do: "sort", column: "dice", add: true },
    ] as const;
    assert.deepEqual(more.reduce(reduceTable, sorted).sort, [
      { column: "dice", descending: false },
      { column: "iou", descending: false },
    ]);
  });

  it("forgets order and limits of a column that is hidden", () => {
    const state = stateAfter(
      show(),
      { do: "sort", column: "dice", add: false },
      { do: "filter", column: "dice", range: { minimum: 0.5, maximum: null } },
      { do: "toggleColumn", column: "dice" },
    );
    assert.deepEqual([state.sort, state.ranges], [[], {}]);
    assert.ok(!state.columns.includes("dice"));
  });

  it("moves columns, no further than the ends", () => {
    const order = (column: string, to: number) => stateAfter(show(), { do: "moveColumn", column, to }).columns;
    assert.deepEqual(order("iou", 2), ["dice", "bce", "iou", "hd95", "area"]);
    assert.deepEqual(order("area", -1), ["area", "iou", "dice", "bce", "hd95"]);
    assert.deepEqual(order("iou", 99), ["dice", "bce", "hd95", "area", "iou"]);
  });

  it("keeps limits and turned settings for the same run, and drops them for another", () => {
    const turned: TableAction[] = [
      show(),
      { do: "filter", column: "iou", range: { minimum: null, maximum: 0.5 } },
      { do: "turn", change: { threshold: 0.3 }, settings: defaultSettings },
    ];
    const same = stateAfter(...turned, show({ revision: 2 }));
    assert.deepEqual([same.dials?.threshold, same.ranges.iou], [0.3, { minimum: null, maximum: 0.5 }]);
    const other = stateAfter(...turned, show({ id: "b" }));
    assert.deepEqual([other.dials, other.ranges], [null, {}]);
  });

  it("keeps columns and order while a run that has just begun has no pairs", () => {
    const chosen = stateAfter(
      show(),
      { do: "toggleColumn", column: "bce" },
      { do: "sort", column: "dice", add: false },
    );
    const begun = reduceTable(chosen, show({ id: "b", names: [], scores: [], area: new Float64Array() }));
    const later = reduceTable(begun, show({ id: "b", revision: 2 }));
    assert.deepEqual([later.columns, later.sort], [chosen.columns, chosen.sort]);
  });

  it("turns parameters of one score on top of the run's settings", () => {
    const state = stateAfter(show(), {
      do: "turnParameter",
      score: "focal",
      parameter: "gamma",
      value: 3,
      settings: { ...defaultSettings, overrides: { tversky: { alpha: 0.3 } } },
    });
    assert.deepEqual(state.dials?.overrides, { tversky: { alpha: 0.3 }, focal: { gamma: 3 } });
  });

  it("survives a reload but for the settings turned, which the host keeps, and anything that may be found instead of it", () => {
    const state = stateAfter(
      show(),
      { do: "filter", column: "iou", range: { minimum: 0.2, maximum: null } },
      { do: "turn", change: { threshold: 0.3 }, settings: defaultSettings },
      { do: "compare", scores: ["iou", "hd95"] },
    );
    const restored = restoreTable(JSON.parse(JSON.stringify(state)));
    assert.deepEqual(restored, { ...state, dials: null });
    assert.deepEqual(reduceTable(restored, { do: "turned", dials: state.dials }), state);
    assert.deepEqual(restoreTable(undefined), initialTable);
    const odd = restoreTable({
      columns: ["iou", "no such score", 3],
      sort: [{ column: "nothing" }, { column: "dice", descending: true }],
      ranges: { iou: 3, dice: { minimum: "x", maximum: 1 }, nope: {} },
      compared: ["area", "iou"],
    });
    assert.deepEqual(odd, {
      ...initialTable,
      columns: ["iou"],
      sort: [{ column: "dice", descending: true }],
      ranges: { dice: { minimum: null, maximum: 1 } },
    });
  });
});
