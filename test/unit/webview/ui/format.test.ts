import assert from "node:assert/strict";
import { formatCount, formatParameter, formatPercent, formatValue, splitName } from "../../../../webview/ui/format.js";

describe("numbers on the page", () => {
  it("gives scores four significant digits", () => {
    const cases: ReadonlyArray<readonly [number | null, string]> = [
      [null, "—"],
      [0, "0"],
      [-0, "0"],
      [1, "1"],
      [0.99999, "1.000"],
      [0.412345, "0.4123"],
      [0.0313, "0.03130"],
      [-0.5, "−0.5000"],
      [1.2345e-5, "1.234e−5"],
      [12034, "12,034"],
      [508.71, "508.7"],
      [12034.5, "12,035"],
      [Number.POSITIVE_INFINITY, "∞"],
    ];
    for (const [value, text] of cases) assert.equal(formatValue(value), text);
  });

  it("writes counts, percent and parameters", () => {
    assert.equal(formatCount(1234567), "1,234,567");
    assert.deepEqual([0, 0.0004, 0.031, 0.4, 1].map(formatPercent), ["0 %", "<0.1 %", "3.1 %", "40 %", "100 %"]);
    assert.deepEqual([0.5, 1e-7, 50, 0.30000000000000004, 2e-4].map(formatParameter), [
      "0.5",
      "1e-7",
      "50",
      "0.3",
      "2e-4",
    ]);
  });

  it("keeps the end of a long name, and no character in half", () => {
    assert.deepEqual(splitName("road_0412"), ["road_0412", ""]);
    const name = `${"a".repeat(40)}_site-A_tile_0412`;
    const [start, end] = splitName(name);
    assert.equal(start + end, name);
    assert.equal(end, "-A_tile_0412");
    assert.ok(splitName(`${"x".repeat(30)}🙂${"y".repeat(11)}`)[1].startsWith("🙂"));
  });
});
