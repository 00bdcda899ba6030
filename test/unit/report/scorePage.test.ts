import assert from "node:assert/strict";
import { catalogue, scoreById } from "../../../src/core/catalogue.js";
import { conventions } from "../../../src/core/conventions/index.js";
import { scorePage } from "../../../src/report/scorePage.js";
import { symbolSentence } from "../../../src/report/symbols.js";

describe("the page of a score", () => {
  it("has title, formula, guidance, empty masks and source, for every score", () => {
    for (const score of catalogue) {
      const page = scorePage(score);
      assert.ok(page.includes(`$$\n${score.formula}\n$$`), score.id);
      for (const part of [
        "# ",
        "**It punishes:** ",
        "**Not for:** ",
        "- **Empty masks:** ",
        "- **Source of the default:** ",
      ]) {
        assert.ok(page.includes(part), `${score.id}: ${part}`);
      }
      assert.doesNotMatch(page, /undefined\b.*\[object|NaN|\[object/, score.id);
    }
  });

  it("lists the parameters with defaults and ranges", () => {
    const page = scorePage(scoreById("tversky"));
    assert.match(page, /^\| `alpha` \| .* \| 0\.3 \| 0 to 1 \|$/m);
    assert.match(scorePage(scoreById("lovasz_softmax")), /^\| `classes` \| .* \| present \| present, all \|$/m);
    assert.doesNotMatch(scorePage(scoreById("brier")), /## Parameters/);
  });

  it("has a line for every variant of every library, with its version", () => {
    for (const { id } of catalogue) {
      const page = scorePage(scoreById(id));
      const variants = Object.values(conventions).flatMap(({ scores }) => {
        const own: Readonly<Record<string, readonly unknown[]>> = scores;
        return Object.hasOwn(own, id) ? own[id] : [];
      });
      const [, table = ""] = page.split("## In other libraries");
      const lines = table.split("\n").filter((line) => line.startsWith("| **"));
      assert.equal(lines.length, variants.length, id);
    }
    assert.match(
      scorePage(scoreById("dice")),
      /\| \*\*SMP\*\* smooth=1<br>`smp` \| SMP counts smooth twice.*segmentation/,
    );
    assert.match(scorePage(scoreById("kappa")), /For label maps\.<br>/);
  });

  it("keeps every table line to its columns", () => {
    for (const score of catalogue) {
      const lines = scorePage(score)
        .split("\n")
        .filter((line) => line.startsWith("|"));
      for (const line of lines) {
        const cells = line.replaceAll("\\|", "").split("|").length - 2;
        assert.ok(cells === 2 || cells === 4, `${score.id}: ${line}`);
      }
    }
  });
});

describe("symbols of a formula", () => {
  it("are those that it does not define itself", () => {
    assert.match(symbolSentence(scoreById("focal_dice")), /\$D\$: the Dice coefficient/);
    assert.doesNotMatch(symbolSentence(scoreById("dice")), /\$D\$/);
    assert.match(symbolSentence(scoreById("focal")), /\$c\$: /);
    assert.doesNotMatch(symbolSentence(scoreById("bce")), /\$c\$: /);
    assert.match(symbolSentence(scoreById("tversky")), /on probabilities/);
    assert.match(symbolSentence(scoreById("iou")), /at the threshold/);
    assert.match(symbolSentence(scoreById("pq")), /objects/);
    assert.equal(symbolSentence(scoreById("nsd1_contour")), "");
  });
});
