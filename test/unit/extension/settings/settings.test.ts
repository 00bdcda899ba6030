import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import { settingsFrom, stringsFrom, workersFrom } from "../../../../src/extension/settings/settings.js";

const from = (values: Readonly<Record<string, unknown>>) => settingsFrom((name) => values[name]);

describe("settingsFrom", () => {
  it("takes what was set", () => {
    const set = {
      preset: "seed",
      threshold: 0.3,
      kernel: 21,
      ignoreId: 255,
      emptyPolicy: "one",
      kind: "labels",
      spacing: [0.5, 2],
    };
    assert.deepEqual(from(set), {
      ...defaultSettings,
      preset: "seed",
      threshold: 0.3,
      kernel: 21,
      ignore: 255,
      emptyPolicy: "one",
      kind: "labels",
      spacing: [0.5, 2],
    });
  });

  it("takes defaults for what is missing or cannot be used", () => {
    assert.deepEqual(from({}), defaultSettings);
    const nonsense = { preset: "toString", threshold: "0.3", kernel: null, ignoreId: -1, emptyPolicy: 3, kind: 1 };
    assert.deepEqual(from(nonsense), defaultSettings);
    for (const spacing of [[1, 1], [0, 1], [1], [1, "2"], [1, Number.POSITIVE_INFINITY], 2, null]) {
      assert.deepEqual(from({ spacing }), defaultSettings);
    }
  });

  it("clamps numbers into their ranges and rounds the kernel", () => {
    const { threshold, kernel } = from({ threshold: 7, kernel: 20.6 });
    assert.deepEqual({ threshold, kernel }, { threshold: 1, kernel: 21 });
  });
});

describe("workersFrom", () => {
  it("takes whole threads, one or more", () => {
    assert.deepEqual([1, 3.9, 0, -2, "4", null].map(workersFrom), [1, 3, undefined, undefined, undefined, undefined]);
  });
});

describe("stringsFrom", () => {
  it("keeps the strings of a list", () => assert.deepEqual(stringsFrom(["gt", 3, "", null]), ["gt"]));
  it("is empty for anything else", () => assert.deepEqual(stringsFrom("gt"), []));
});
