import assert from "node:assert/strict";
import fc from "fast-check";
import { type Pairing, pairFolders } from "../../../src/pairing/index.js";

/** "prediction|truth" of every pair. */
function pairsOf({ pairs }: Pairing): string[] {
  return pairs.map(({ prediction, truth }) => `${prediction}|${truth}`);
}

function nothingPairs(predictions: string[], truth: string[]): void {
  const pairing = pairFolders(predictions, truth);
  assert.deepEqual(pairsOf(pairing), []);
  assert.deepEqual(pairing.affixes, { prediction: null, truth: null });
}

const png = (...stems: string[]) => stems.map((stem) => `${stem}.png`);

describe("pairFolders", () => {
  it("pairs the same relative stem, whatever the extension", () => {
    const pairing = pairFolders(["city/a.npy", "b.png", "only.png"], ["b.png", "city/a.png", "a.png"]);
    assert.deepEqual(pairing, {
      pairs: [
        { name: "b", prediction: "b.png", truth: "b.png" },
        { name: "city/a", prediction: "city/a.npy", truth: "city/a.png" },
      ],
      orphans: { predictions: ["only.png"], truth: ["a.png"] },
      ambiguities: [],
      affixes: { prediction: null, truth: null },
      note: null,
    });
  });

  it("gives pairs in natural order", () => {
    const files = png("img10", "img2", "img1");
    assert.deepEqual(
      pairFolders(files, files).pairs.map(({ name }) => name),
      ["img1", "img2", "img10"],
    );
  });

  for (const [predictions, truth, prediction, other] of [
    [["1_pred", "2_pred"], ["1", "2"], "_pred (suffix)", null],
    [["1_predict", "2_predict"], ["1", "2"], "_predict (suffix)", null],
    [["1", "2"], ["1-mask", "2-mask"], null, "-mask (suffix)"],
    [["pred_1", "pred_2"], ["1", "2"], "pred_ (prefix)", null],
    [["1_unet3", "2_unet3"], ["1", "2"], "_unet3 (suffix)", null],
    [["a_pred", "b_pred"], ["a_gt", "b_gt"], "_pred (suffix)", "_gt (suffix)"],
    [["pred_city_1", "pred_city_2"], ["gt_city_1", "gt_city_2"], "pred_ (prefix)", "gt_ (prefix)"],
    [["road_1_v2", "road_2_v2"], ["road_1_label", "road_2_label"], "_v2 (suffix)", "_label (suffix)"],
    [["1_pred", "2_pred"], ["gt_1", "gt_2"], "_pred (suffix)", "gt_ (prefix)"],
    [["aMask", "bMask"], ["a", "b"], "Mask (suffix)", null],
    [["x (pred)", "y (pred)"], ["x", "y"], " (pred) (suffix)", null],
    [["a_0000", "b_0000"], ["a", "b"], "_0000 (suffix)", null],
    [["only_pred"], ["only"], "_pred (suffix)", null],
    [["only_pred"], ["only_gt"], "_pred (suffix)", "_gt (suffix)"],
  ] as const) {
    it(`finds ${prediction ?? "nothing"} and ${other ?? "nothing"}`, () => {
      const pairing = pairFolders(png(...predictions), png(...truth));
      assert.equal(pairing.pairs.length, predictions.length);
      assert.deepEqual(pairing.affixes, { prediction, truth: other });
    });
  }

  it("names a pair without the prediction's affix", () => {
    const { pairs } = pairFolders(png("city/a_pred", "city/b_pred"), png("city/a_gt", "city/b_gt"));
    assert.deepEqual(
      pairs.map(({ name }) => name),
      ["city/a", "city/b"],
    );
  });

  it("removes an affix only from what has no partner of the same stem", () => {
    const pairing = pairFolders(png("a", "a_pred", "b_pred", "c_pred"), png("a", "b", "c"));
    assert.deepEqual(pairsOf(pairing), ["a.png|a.png", "b_pred.png|b.png", "c_pred.png|c.png"]);
    assert.deepEqual(pairing.orphans.predictions, ["a_pred.png"]);
  });

  it("keeps names distinct when an affix is removed", () => {
    const { pairs } = pairFolders(png("a", "a_pred"), png("a", "a_gt"));
    assert.deepEqual(
      pairs.map(({ name }) => name),
      ["a", "a_pred"],
    );
  });

  it("does not take part of a number or a word, or another number, for an affix", () => {
    nothingPairs(png("img10"), png("img1"));
    nothingPairs(png("img10", "img20"), png("img1", "img2"));
    nothingPairs(png("img10", "pic10"), png("img1", "pic1"));
    nothingPairs(png("road_0412"), png("road_0413"));
    nothingPairs(png("a_1", "b_1"), png("a_2", "b_2"));
    nothingPairs(png("cats", "dogs"), png("cat", "dog"));
    nothingPairs(png("x_cat"), png("x_dog"));
    nothingPairs(png("_pred"), png("_gt"));
  });

  it("does not take for an affix what only some names have", () => {
    nothingPairs(png("a_x", "b_x", "c_y", "d_z", "e_w"), png("a", "b", "c", "d", "e"));
  });

  it("does not confuse words that belong to names which pair already", () => {
    const truth = png("1_left", "1_right", "2_left", "2_right", "3_right", "4_right");
    const pairing = pairFolders(png("1_left", "1_right", "2_left", "2_right", "3_left", "4_left"), truth);
    assert.equal(pairing.pairs.length, 4);
    assert.deepEqual(pairing.orphans, { predictions: png("3_left", "4_left"), truth: png("3_right", "4_right") });
  });

  it("reports files that differ only in extension", () => {
    const { pairs, ambiguities, orphans } = pairFolders(["a.png", "a.npy", "b.png"], ["a.png", "b.png"]);
    assert.deepEqual(
      pairs.map(({ name }) => name),
      ["b"],
    );
    assert.deepEqual(ambiguities, [
      {
        name: "a",
        predictions: ["a.npy", "a.png"],
        truth: ["a.png"],
        reason: "2 predictions differ only in their extension: keep one of each",
      },
    ]);
    assert.deepEqual(orphans, { predictions: [], truth: [] });
    const afterAffix = pairFolders(["a_pred.png", "a_pred.npy", "b_pred.png"], png("a", "b"));
    assert.equal(afterAffix.ambiguities[0]?.name, "a");
  });

  it("falls back to ignoring case, only when that is unique", () => {
    assert.deepEqual(pairsOf(pairFolders(["IMG_1.PNG"], ["img_1.png"])), ["IMG_1.PNG|img_1.png"]);
    nothingPairs(["IMG_1.png", "Img_1.png"], ["img_1.png"]);
    assert.deepEqual(pairsOf(pairFolders(["A.png", "a.png"], ["a.png"])), ["a.png|a.png"]);
  });

  it("goes by file name alone when no relative stem pairs, and says so", () => {
    const flat = pairFolders(png("a_pred", "b_pred"), png("north/a", "south/b"));
    assert.deepEqual(pairsOf(flat), ["a_pred.png|north/a.png", "b_pred.png|south/b.png"]);
    assert.match(flat.note ?? "", /file name alone/);
    nothingPairs(png("a"), png("north/a", "south/a"));
    assert.deepEqual(pairFolders(png("a", "b"), png("a", "x/b")).orphans.predictions, ["b.png"]);
  });

  it("knows hidden files and dotted names", () => {
    assert.deepEqual(pairsOf(pairFolders(["a.b.png", ".x"], ["a.b.npy", ".x"])), [".x|.x", "a.b.png|a.b.npy"]);
  });

  it("accepts nothing", () => {
    assert.deepEqual(pairFolders([], []).pairs, []);
    assert.deepEqual(pairFolders(["a.png"], []).orphans, { predictions: ["a.png"], truth: [] });
  });

  const path = fc
    .tuple(
      fc.constantFrom("", "x/", "x/y/"),
      fc.constantFrom("", "pred_"),
      fc.constantFrom("a", "A", "b", "img1", "img10", "img2"),
      fc.constantFrom("", "_pred", "_gt", "Mask"),
      fc.constantFrom(".png", ".npy"),
    )
    .map((parts) => parts.join(""));
  const paths = fc.uniqueArray(path, { maxLength: 25 });

  it("puts every file in exactly one of pairs, orphans and ambiguities", () => {
    fc.assert(
      fc.property(paths, paths, (predictions, truth) => {
        const { pairs, orphans, ambiguities } = pairFolders(predictions, truth);
        const placed = (side: "predictions" | "truth") => [
          ...pairs.map((pair) => (side === "truth" ? pair.truth : pair.prediction)),
          ...orphans[side],
          ...ambiguities.flatMap((ambiguity) => ambiguity[side]),
        ];
        assert.deepEqual(placed("predictions").sort(), [...predictions].sort());
        assert.deepEqual(placed("truth").sort(), [...truth].sort());
        assert.equal(new Set(pairs.map(({ name }) => name)).size, pairs.length, "names are distinct");
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the order of its input", () => {
    const shuffled = paths.chain((files) =>
      fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
    );
    fc.assert(
      fc.property(shuffled, shuffled, ([predictions, mixedPredictions], [truth, mixedTruth]) => {
        assert.deepEqual(pairFolders(mixedPredictions, mixedTruth), pairFolders(predictions, truth));
      }),
      { numRuns: 500 },
    );
  });

  it("pairs 20,000 files with affixes quickly", () => {
    const stems = Array.from({ length: 20_000 }, (_, i) => `city_${i % 97}/road_${i}`);
    const start = performance.now();
    const { pairs } = pairFolders(
      png(...stems.map((s) => `${s}_unet3`)),
      png(...stems.map((s) => `${s}_gtFine_labelIds`)),
    );
    assert.equal(pairs.length, 20_000);
    assert.ok(performance.now() - start < 2000, "near-linear; a fraction of a second on one core");
  });
});
