import assert from "node:assert/strict";
import type { SharedValues } from "../../../../src/core/conventions/index.js";
import { pythonSnippet, type SnippetFiles } from "../../../../src/core/conventions/python.js";

const files: SnippetFiles = {
  prediction: "pred/a.png",
  truth: "gt/a.png",
  readAs: { prediction: "8-bit probability (v / 255)", truth: "0/255 mask" },
  kind: "binary",
  maximum: 255,
  ignore: null,
};
const shared = { threshold: 0.25, kernel: 41 };

function snippet(
  score: string,
  more: Partial<SnippetFiles> = {},
  preset: Parameters<typeof pythonSnippet>[1] = "sklearn",
) {
  const text = pythonSnippet(score, preset, { ...files, ...more }, shared);
  assert.ok(text !== null);
  return text;
}

describe("Python snippets", () => {
  it("load the files as they were read, and print the call", () => {
    const text = snippet("iou");
    assert.match(text, /load\("gt\/a\.png"\), load\("pred\/a\.png"\)/);
    assert.match(text, /^y = \(t > 0\)\.astype\(np\.uint8\)$/m);
    assert.match(text, /^p = v \/ 255\.0$/m);
    assert.match(text, /^print\(float\(metrics\.jaccard_score\(y, p > 0\.25\)\)\)$/m);
  });

  it("quote odd paths", () => {
    assert.match(snippet("iou", { truth: 'a "b"\\c.png' }), /load\("a \\"b\\"\\\\c\.png"\)/);
  });

  for (const [readAs, maximum, line] of [
    ["0/255 mask", 255, "p = (v > 0).astype(np.float64)"],
    ["palette, index 3 = foreground", 3, "p = (v > 0).astype(np.float64)"],
    ["4-bit probability (v / 15)", 15, "p = v / 255.0"],
    ["16-bit probability (v / 65535)", 65535, "p = v / 65535.0"],
  ] as const) {
    it(`${readAs}: ${line}`, () => {
      const text = snippet("iou", { maximum, readAs: { ...files.readAs, prediction: readAs } });
      assert.ok(text.includes(`\n${line}\n`), text);
    });
  }

  it("keep float arrays as they are", () => {
    const readAs = { ...files.readAs, prediction: "32-bit float probability" };
    assert.match(snippet("iou", { prediction: "p.npy", maximum: 1, readAs }), /^p = v\.astype\(np\.float64\)$/m);
  });

  it("split greys in their middle", () => {
    const readAs = { ...files.readAs, truth: "several greys (> 127.5 = foreground)" };
    assert.match(snippet("iou", { readAs }), /^y = \(t > 127\.5\)/m);
  });

  it("drop ignored pixels, or empty them where places matter", () => {
    const readAs = { ...files.readAs, truth: "0/1 mask, 255 = ignored" };
    assert.match(snippet("iou", { readAs }), /keep = t != 255\ny, p = y\[keep\]/);
    assert.match(snippet("hd", { ignore: 7 }, "medpy"), /keep = t != 7\ny\[~keep\], p\[~keep\] = 0, 0/);
  });

  it("label the components of binary masks", () => {
    assert.match(snippet("object_ap", {}, "stardist"), /label\(mask, np\.ones\(\(3, 3\)\)\).*p > 0\.25/);
    assert.doesNotMatch(snippet("object_ap", { kind: "objects" }, "stardist"), /scipy/);
  });

  it("use the kernel", () => {
    assert.match(snippet("weighted_bce", {}, "lyakaap"), /K\.pool2d\(Y, \(41, 41\)/);
  });

  const shaped = (score: string, preset: Parameters<typeof pythonSnippet>[1], more: Partial<SharedValues>) =>
    pythonSnippet(score, preset, files, { ...shared, ...more });

  for (const [preset, argument] of [
    ["monai", "spacing=[2, 0.5]"],
    ["deepmind", "y > 0, p > 0.25, (2, 0.5)"],
    ["medpy", "voxelspacing=(2, 0.5)"],
    ["metrics-reloaded", "pixdim=[2, 0.5]"],
    ["scikit-image", "np.argwhere(m) * (2, 0.5)"],
  ] as const) {
    it(`tell ${preset} the size of a pixel, rows first, where it is not 1`, () => {
      const [sized, plain] = [shaped("hd", preset, { spacing: [0.5, 2] }), shaped("hd", preset, {})];
      assert.ok(sized?.includes(argument), sized ?? "");
      assert.ok(plain && !plain.includes("0.5"), plain ?? "");
    });
  }

  it("use the parameters turned by hand, but where the name of the variant fixes them", () => {
    const overrides = { dice: { smooth: 3 }, focal: { gamma: 1.5 } };
    assert.match(shaped("dice", "smp", { overrides }) ?? "", /smooth=3\)/);
    const named = pythonSnippet("dice", "smp", files, { ...shared, overrides }, "smooth=1");
    assert.match(named ?? "", /smooth=1\)/);
    assert.match(shaped("focal", "torch", { overrides }) ?? "", /gamma=1\.5/);
  });

  it("match objects at the IoU that was asked for", () => {
    assert.match(shaped("object_f1", "stardist", { matchIou: 0.3 }) ?? "", /thresh=0\.3/);
    assert.match(shaped("pq", "monai", { matchIou: 0.3 }) ?? "", /match_iou=0\.3/);
  });

  it("are null where the library has no such score, variant or kind", () => {
    assert.equal(pythonSnippet("hd", "keras", files, shared), null);
    assert.equal(pythonSnippet("dice", "smp", files, shared, "smooth=9"), null);
    assert.equal(pythonSnippet("dice", "smp", { ...files, kind: "labels" }, shared), null);
  });
});
