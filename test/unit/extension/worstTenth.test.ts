import assert from "node:assert/strict";
import { scoreById } from "../../../src/core/catalogue.js";
import { worstTenth } from "../../../src/extension/decorations/worstTenth.js";
import type { PairRow } from "../../../src/extension/run.js";

const score = scoreById("iou");
const pairs = (values: ReadonlyArray<number | null>) =>
  values.map((iou, i) => ({ prediction: `/p/${i}.png`, scores: { iou } }) as unknown as PairRow);

describe("the worst tenth", () => {
  it("is a tenth of the pairs that have the score, rounded up", () => {
    const worst = worstTenth({ score, pairs: pairs([0.1, 0.2, ...Array.from({ length: 18 }, () => 0.9), null, null]) });
    assert.deepEqual(
      [...worst],
      [
        ["/p/0.png", { rank: 1, of: 20, value: 0.1 }],
        ["/p/1.png", { rank: 2, of: 20, value: 0.2 }],
      ],
    );
    assert.deepEqual([...worstTenth({ score, pairs: pairs([0.5, 0.6]) }).keys()], ["/p/0.png"]);
    assert.equal(worstTenth({ score, pairs: pairs([null]) }).size, 0);
  });
});
