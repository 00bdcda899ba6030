import assert from "node:assert/strict";
import { turnOf } from "../../../../webview/breakdown/deltaTable.js";
import { formatGain } from "../../../../webview/regions/words.js";
import { allDone } from "../../../../webview/whatIf/words.js";

describe("words of the breakdown", () => {
  it("gains have a sign and four decimals, small ones their size", () => {
    assert.deepEqual([0.0812, 1e-7, -0.02, 0, Number.NaN].map(formatGain), [
      "+0.0812",
      "+1e−7",
      "−0.0200",
      "+0.0000",
      "—",
    ]);
  });
  it("edits are counted", () => {
    const erode = { do: "erode" } as const;
    assert.equal(
      allDone([erode, erode, { do: "shift", dx: -1, dy: 2 }]),
      "eroded × 2, shifted 1 px left and 2 px down",
    );
  });
  it("a change is better or worse by the score's own direction, and rounding is none", () => {
    const [loss, metric] = [{ better: "lower" }, { better: "higher" }] as const;
    assert.deepEqual(
      [
        turnOf(loss, 1, 2),
        turnOf(metric, 1, 2),
        turnOf(metric, 0.3, 0.1 + 0.2),
        turnOf(loss, null, null),
        turnOf(loss, null, 1),
      ],
      ["worse", "better", "same", "same", "unknown"],
    );
  });
});
