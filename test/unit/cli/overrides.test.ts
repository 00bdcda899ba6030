import assert from "node:assert/strict";
import { overridesOf } from "../../../src/cli/arguments/overrides.js";
import { UsageError } from "../../../src/cli/arguments/values.js";

describe("--set", () => {
  it("gives parameters of single scores their values; the last counts", () => {
    assert.deepEqual(overridesOf(["focal.gamma=1", "focal.alpha=0.5", "tversky.smooth=1e-6", "focal.gamma=0"]), {
      focal: { gamma: 0, alpha: 0.5 },
      tversky: { smooth: 1e-6 },
    });
    assert.deepEqual(overridesOf(["focal.reduction=sum"]), { focal: { reduction: "sum" } });
    assert.deepEqual(overridesOf([]), {});
  });

  for (const [text, says] of [
    ["focal", /SCORE\.PARAMETER=VALUE/],
    ["nothing.gamma=1", /no score nothing/],
    ["focal.delta=1", /parameters gamma/],
    ["focal.toString=1", /parameters gamma/],
    ["mean_iou.t=1", /no parameters/],
    ["focal.gamma=-1", /from 0 to 5/],
    ["focal.gamma=", /from 0 to 5/],
    ["focal.reduction=median", /one of mean/],
  ] as const) {
    it(`refuses ${text}`, () => {
      assert.throws(
        () => overridesOf([text]),
        (error) => error instanceof UsageError && says.test(error.message),
      );
    });
  }
});
