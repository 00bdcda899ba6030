import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { defaultSettings } from "../../../../src/core/settings.js";
import type { TableColumns, TableDials, TableRun } from "../../../../src/protocol/table.js";
import { createArranger } from "../../../../webview/table/arrangement.js";
import { TableData } from "../../../../webview/table/data.js";
import { initialTable } from "../../../../webview/table/tableState.js";

const run = (revision: number, names: readonly string[] = ["a", "B", "c"]): TableRun => ({
  revision,
  id: "run",
  name: "unet",
  predictions: "pred",
  truth: "gt",
  settings: defaultSettings,
  state: "finished",
  rankBy: "iou",
  names,
  kinds: new Uint8Array(names.length),
  area: Float64Array.from(names, (_, i) => i),
  scores: ["iou", "dice", "bce"],
  canTurn: true,
  failures: [],
});

/** A host that answers when it is told to. */
function host() {
  const asked: Array<{ ids: readonly string[]; dials: TableDials | null; answer(value: number): void }> = [];
  let changes = 0;
  const data = new TableData({
    columns: (_revision, ids, dials) =>
      new Promise<TableColumns>((resolve) => {
        const answer = (value: number) =>
          resolve({ values: ids.map(() => Float64Array.of(value, value, value)), asScored: [], lacking: [] });
        asked.push({ ids, dials, answer });
      }),
    cell: async () => Float64Array.of(0, 4, 8),
    onChange: () => changes++,
    onFailure: assert.fail,
  });
  const want = (ids: readonly string[], threshold: number | null = null) =>
    data.want({
      ids,
      dials: threshold === null ? null : { threshold, preset: "default", overrides: {} },
      compared: ["dice", "bce"],
      cell: null,
    });
  return { data, asked, want, changes: () => changes };
}

const compared = ["dice", "bce"] as const;

describe("the columns on the page", () => {
  it("are asked for once, with what other columns are made of, and let go when no one wants them", async () => {
    const { data, asked, want } = host();
    data.show(run(1));
    want(["iou", "area", "disagreement"]);
    want(["iou", "area", "disagreement"]);
    assert.deepEqual(
      asked.map(({ ids }) => ids),
      [["iou", "dice", "bce"]],
    );
    asked[0]?.answer(1);
    await turn();
    assert.deepEqual([...(data.values("disagreement", compared) ?? [])], [0, 0, 0]);
    assert.deepEqual([...(data.values("area", compared) ?? [])], [0, 1, 2]);
    want(["iou"]);
    assert.equal(data.values("dice", compared), undefined);
    assert.equal(asked.length, 1);
  });

  it("follow a slider: one request at a time, then that of the latest settings; old values stay until then", async () => {
    const { data, asked, want, changes } = host();
    data.show(run(1));
    want(["iou"]);
    asked[0]?.answer(1);
    await turn();
    for (const threshold of [0.1, 0.2, 0.3, 0.4]) want(["iou"], threshold);
    assert.equal(asked.length, 2);
    assert.deepEqual([...(data.values("iou", compared) ?? [])], [1, 1, 1]);
    asked[1]?.answer(2);
    await turn();
    assert.deepEqual(
      asked.map(({ dials }) => dials?.threshold ?? null),
      [null, 0.1, 0.4],
    );
    asked[2]?.answer(3);
    await turn();
    assert.deepEqual([...(data.values("iou", compared) ?? [])], [3, 3, 3]);
    assert.equal(changes(), 3);
  });

  it("of rows that are gone are not taken for those of others", async () => {
    const { data, asked, want } = host();
    data.show(run(1));
    want(["iou"]);
    data.show(run(2, ["x", "y"]));
    want(["iou"]);
    asked[0]?.answer(1);
    await turn();
    assert.equal(data.values("iou", compared), undefined);
    assert.equal(asked.length, 2, "those of the new rows are asked for");
    asked[1]?.answer(7);
    await turn();
    assert.equal(data.values("iou", compared)?.[0], 7);
  });
});

describe("the arrangement", () => {
  const values: Readonly<Record<string, Float64Array>> = {
    iou: Float64Array.of(0.5, 0.1, Number.NaN),
    dice: Float64Array.of(1, 2, 3),
  };
  const rows = run(1);

  it("is kept until something that it depends on is another", () => {
    const arranger = createArranger();
    const state = { ...initialTable, sort: [{ column: "iou", descending: false }] };
    const first = arranger.arrange(rows, state, (id) => values[id]);
    assert.deepEqual([...first.order], [1, 0, 2]);
    assert.equal(
      arranger.arrange(rows, { ...state, pictures: false }, (id) => values[id]),
      first,
    );
    const other = arranger.arrange(
      rows,
      { ...state, sort: [{ column: "name", descending: true }] },
      (id) => values[id],
    );
    assert.deepEqual([...other.order], [2, 1, 0]);
    assert.equal(other.passed, first.passed, "the filters are the same");
  });

  it("finds names whatever their case, and within limits", () => {
    const arranger = createArranger();
    const passed = (change: Partial<typeof initialTable>) => [
      ...arranger.arrange(rows, { ...initialTable, ...change }, (id) => values[id]).passed,
    ];
    assert.deepEqual(passed({ text: " b" }), [1]);
    assert.deepEqual(passed({ ranges: { iou: { minimum: 0.2, maximum: null } } }), [0]);
    assert.deepEqual(passed({ ranges: { iou: { minimum: 0.2, maximum: null } }, text: "c" }), []);
    assert.deepEqual(passed({}), [0, 1, 2]);
  });
});
