import assert from "node:assert/strict";
import { failuresText } from "../../../../webview/table/limitsBar.js";

describe("what has no row in the table", () => {
  const broken = { name: "broken", reason: "It is no PNG." };
  const alone = { name: "alone", reason: "It has no ground truth.", missing: "truth" as const };

  it("is counted by what it lacks", () => {
    assert.equal(failuresText([broken, alone, broken]), "2 failed, 1 without partner");
    assert.equal(failuresText([broken]), "1 failed");
    assert.equal(failuresText([alone]), "1 without partner");
  });
});
