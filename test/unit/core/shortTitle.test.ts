import assert from "node:assert/strict";
import { catalogue } from "../../../src/core/catalogue.js";
import { shortTitle } from "../../../src/core/shortTitle.js";

describe("short titles", () => {
  it("leave out what explains them, and still tell all scores apart", () => {
    assert.equal(shortTitle("IoU (Jaccard)"), "IoU");
    assert.equal(shortTitle("NSD (surface Dice), tolerance 1"), "NSD (surface Dice), tolerance 1");
    const titles = catalogue.map(({ title }) => shortTitle(title));
    assert.equal(new Set(titles).size, titles.length);
  });
});
