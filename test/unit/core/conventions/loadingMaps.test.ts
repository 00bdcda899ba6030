import assert from "node:assert/strict";
import { howRead, pythonSnippet, type SnippetFiles } from "../../../../src/core/conventions/python.js";
import { gatherLabels } from "../../../../src/core/labels/evidence.js";
import type { Raster } from "../../../../src/core/raster.js";
import { rowOf } from "./support.js";

const files: SnippetFiles = {
  prediction: "p.png",
  truth: "t.png",
  readAs: { prediction: "class ids, 8 bit", truth: "class ids, 8 bit" },
  kind: "labels",
  maximum: 1,
  ignore: null,
  classes: [{ id: 0 }, { id: 4, color: [1, 2, 3] }],
};

const lines = (more: Partial<SnippetFiles>, score = "miou") => {
  const text = pythonSnippet(score, "sklearn", { ...files, ...more }, { threshold: 0.5, kernel: 41 });
  assert.ok(text !== null);
  return text.split("\n");
};
const has = (more: Partial<SnippetFiles>, line: string, score?: string) => {
  const found = lines(more, score);
  assert.ok(found.includes(line), found.join("\n"));
};
const reading = (prediction: string, truth = files.readAs.truth) => ({ readAs: { prediction, truth } });

describe("Python that loads label maps", () => {
  it("knows the classes, and leaves out what is none in the truth", () => {
    has({}, "ids = np.array([0, 4])");
    has({}, 'y = places(load("t.png"))');
    has({}, 'p = places(load("p.png"))');
    has({}, "y, p = y[keep], p[keep]");
    assert.ok(!lines({}).some((line) => line.startsWith("def by_colour")));
  });

  for (const [bits, factor] of [
    [2, 85],
    [4, 17],
  ]) {
    it(`undoes what Pillow makes of ${bits} bits`, () => {
      has(reading(`class ids, gray, ${bits} bit`), `p = places(load("p.png") // ${factor})`);
    });
  }

  it("takes colours for ids in the file that has them", () => {
    const coloured = reading("class ids, colours of the class list");
    has(coloured, 'p = by_colour(load("p.png"))');
    has(coloured, 'y = places(load("t.png"))');
    // A class without a colour is no pixel's.
    has(coloured, "    same = (image[..., None, :3] == np.array([[-1, -1, -1], [1, 2, 3]])).all(-1)");
    has(reading("class ids, 8 bit", "class ids, colours of the class list"), 'y = by_colour(load("t.png"))');
  });

  it("takes the planes of probabilities in the order of the classes", () => {
    const planes = (more: Partial<SnippetFiles>, count = 2) => ({
      ...reading(`probabilities of ${count} classes, float32`),
      prediction: "p.npy",
      ...more,
    });
    has(planes({}), 'v = load("p.npy").astype(np.float64)');
    has(planes({ listed: [4, 0] }), 'v = load("p.npy")[[1, 0]].astype(np.float64)');
    has(planes({ listed: [0, 4] }), 'v = load("p.npy").astype(np.float64)');
    // A list of another length is not that of the planes: these are numbered from 0.
    has(planes({ listed: [4, 0] }, 5), 'v = load("p.npy")[[0, 4]].astype(np.float64)');
    has(planes({ classes: [{ id: 0 }, { id: 1 }] }, 3), 'v = load("p.npy")[[0, 1]].astype(np.float64)');
    has(
      planes({ readAs: { prediction: "probabilities of 2 classes (v / 255)", truth: "class ids" } }),
      'v = load("p.npy") / 255.0',
    );
    has(
      planes({ classMaps: ["a.png", "b.png"] }),
      'v = np.stack([load(file) for file in ["a.png", "b.png"]]).astype(np.float64)',
    );
  });
});

describe("Python that loads binary masks and objects", () => {
  const binary: Partial<SnippetFiles> = { kind: "binary", maximum: 255 };

  for (const [readAs, channel] of [
    ["gray palette, probability (v / 255)", 'np.asarray(Image.open("p.png").convert("L"))'],
    ["alpha channel, probability (v / 255)", 'load("p.png")[..., 3]'],
    ["RGB as gray, probability (v / 255)", 'load("p.png")[..., 0]'],
    ["RGB (any channel)", 'load("p.png")[..., :3].any(-1)'],
    ["every colour but black", 'load("p.png")[..., :3].any(-1)'],
    ["8-bit probability (v / 255)", 'load("p.png")'],
  ] as const) {
    it(`takes the channel of: ${readAs}`, () => {
      has({ ...binary, ...reading(readAs, "0/255 mask") }, `t, v = load("t.png"), ${channel}`, "iou");
    });
  }

  it("divides by the maximum but for float arrays, whose values are probabilities", () => {
    const probability = reading("float32 probability", "0/1 mask");
    has({ kind: "binary", maximum: 1, ...probability, prediction: "p.NPY" }, "p = v.astype(np.float64)", "iou");
    has({ kind: "binary", maximum: 255, ...probability, prediction: "p.npy" }, "p = v / 255.0", "iou");
    has({ kind: "binary", maximum: 1, ...probability }, "p = v / 255.0", "iou");
  });

  it("leaves ignored pixels of instance maps where they are, as background", () => {
    const objects: Partial<SnippetFiles> = { kind: "objects", ...reading("object ids, 16 bit", "object ids, 16 bit") };
    const text = (more: Partial<SnippetFiles>) =>
      pythonSnippet("pq", "stardist", { ...files, ...objects, ...more }, { threshold: 0.5, kernel: 41 }) ?? "";
    assert.match(text({ ignore: 255 }), /^keep = t != 255\ny\[~keep\], p\[~keep\] = 0, 0$/m);
    assert.doesNotMatch(text({}), /keep/);
  });
});

describe("how a pair was read", () => {
  const readAs = files.readAs;

  it("has the maximum of a probability, and no classes", () => {
    const evidence = rowOf([0, 1], [0.25, 1]);
    assert.deepEqual(howRead(evidence, readAs, { ignore: 7 }), { readAs, kind: "binary", maximum: 1, ignore: 7 });
  });

  it("has the classes that count, with what the list tells of them, and the list's own order", () => {
    const map = (...ids: number[]): Raster => ({
      width: 2,
      height: 1,
      samples: Uint8Array.from(ids),
      maximum: 9,
      meaning: "class",
    });
    const evidence = gatherLabels({ truth: map(0, 4), prediction: map(4, 4), classes: [{ id: 0 }, { id: 4 }] });
    const named = { id: 4, name: "tree" };
    const shared = { readAs, kind: "labels", maximum: 1, ignore: null };
    assert.deepEqual(howRead(evidence, readAs, { ignore: null, classes: [named, { id: 9 }] }), {
      ...shared,
      classes: [{ id: 0 }, named],
      listed: [4, 9],
    });
    assert.deepEqual(howRead(evidence, readAs, { ignore: null }), { ...shared, classes: [{ id: 0 }, { id: 4 }] });
  });
});
