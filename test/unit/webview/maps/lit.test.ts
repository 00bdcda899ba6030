import assert from "node:assert/strict";
import type { LabelMaps } from "../../../../src/core/maps/mapPair.js";
import { litPixels } from "../../../../webview/maps/lit.js";
import { gridOf } from "../../../../webview/paint/grid.js";
import { CLEAR, pack } from "../../../../webview/stage/palettes.js";

const names = ["background", "road", "sidewalk"];

/** Rows: truth 1 1 1 1, then 2 2 2 2; predicted 1 2 2 1, then 2 2 2 0. */
const maps: LabelMaps = {
  kind: "labels",
  width: 4,
  height: 2,
  truth: Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2),
  prediction: Uint8Array.of(1, 2, 2, 1, 2, 2, 2, 0),
  classes: [
    { id: 0, name: names[0] },
    { id: 7, name: names[1] },
    { id: 8, name: names[2] },
  ],
  perClass: { iou: [], dice: [], precision: [], recall: [] },
  areas: [],
};

const pane = { title: "Truth", sheets: [] };

function paint(cell: { truth: number; predicted: number }, zoom: number): Uint32Array {
  const box = { x: 0, y: 0, width: 4 * zoom, height: 2 * zoom };
  const grid = gridOf(maps, box, box);
  const content = litPixels(maps, cell)?.over(pane).sheets[0]?.content;
  if (!grid || !content || !("paint" in content)) throw new Error("nothing to paint");
  const out = new Uint32Array(grid.width * grid.height);
  content.paint(out, grid, 1);
  return out;
}

describe("a confusion that is lit", () => {
  it("counts its pixels, and names its classes", () => {
    const lit = litPixels(maps, { truth: 7, predicted: 8 });
    assert.equal(lit?.pixels, 2);
    assert.equal(lit.words, "truth road, predicted sidewalk: 2 pixels");
    assert.equal(litPixels(maps, { truth: 8, predicted: 0 })?.words, "truth sidewalk, predicted background: 1 pixel");
  });

  it("leaves its pixels clear inside a line, and dims all others", () => {
    const zoom = 16;
    const out = paint({ truth: 7, predicted: 8 }, zoom);
    const at = (x: number, y: number) => out[(y * zoom + zoom / 2) * (4 * zoom) + x * zoom + zoom / 2];
    const middles = [0, 1].map((y) => [0, 1, 2, 3].map((x) => at(x, y) === CLEAR));
    assert.deepEqual(middles, [
      [false, true, true, false],
      [false, false, false, false],
    ]);
    // The left edge of the lit pixels, at half their height.
    assert.equal(out[(zoom / 2) * (4 * zoom) + zoom], pack(255, 255, 255));
  });

  it("is the line alone where its pixels are as small as that", () => {
    assert.deepEqual(
      Array.from(paint({ truth: 8, predicted: 0 }, 1), (colour) => colour === pack(255, 255, 255)),
      [false, false, false, false, false, false, false, true],
    );
  });

  it("dims nothing where no pixel has it, nor where there are no classes", () => {
    const none = litPixels(maps, { truth: 0, predicted: 9 });
    assert.equal(none?.words, "truth background, predicted 9: 0 pixels");
    assert.equal(none.over(pane), pane);
    const none32 = new Uint32Array();
    const objects = {
      ids: none32,
      pixels: none32,
      partners: none32,
      fates: new Uint8Array(),
      ious: new Float64Array(),
    };
    const instances = {
      kind: "objects" as const,
      width: 4,
      height: 2,
      truth: maps.truth,
      prediction: maps.prediction,
      objects: { truth: objects, prediction: objects },
    };
    assert.equal(litPixels(instances, { truth: 7, predicted: 8 }), null);
  });
});
