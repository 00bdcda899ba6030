import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import { agreementPage } from "../../../src/report/agreementPage.js";
import { shortNumber } from "../../../src/report/scoreText.js";
import { scorePair } from "../../../src/scoring/scorePair.js";

const gt = resolve(__dirname, "../../reference/data/gt");

describe("the page of an agreement", () => {
  it("has the scores that are the same either way round, and no others", () => {
    const [prediction, truth] = ["p01_blob_101", "p01_blob_101"].map((name) => join(gt, `${name}.png`));
    const row = scorePair({ name: "a", prediction, truth }, defaultSettings);
    assert.equal(row.status, "scored");
    if (row.status !== "scored") return;
    const page = agreementPage(row, ["rater_1.png", "rater_2.png"]);
    assert.match(page, /^# Agreement of rater\\_1\.png and rater\\_2\.png$/m);
    assert.match(page, /^\| Cohen's kappa `kappa` \| 1 \|/m);
    assert.ok(page.includes(`\`hd95\` | ${shortNumber(row.scores.hd95)} |`));
    assert.doesNotMatch(page, /`precision`|`recall`|`bce`/);
    assert.match(page, /Neither mask is the ground truth/);
  });
});
