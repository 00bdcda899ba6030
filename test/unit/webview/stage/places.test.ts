import assert from "node:assert/strict";
import { arrangePanes } from "../../../../webview/stage/places.js";

const mask = { width: 100, height: 50 };

describe("places of panes", () => {
  it("side by side, are where they show the mask larger", () => {
    const stage = { width: 300, height: 601 };
    const places = arrangePanes("sideBySide", 3, mask, stage, 0.5);
    assert.deepEqual(
      places.map(({ rectangle }) => rectangle.x),
      [0, 0, 0],
    );
    const wide = arrangePanes("sideBySide", 3, mask, { width: 902, height: 100 }, 0.5);
    assert.deepEqual(
      wide.map(({ rectangle: { x, width } }) => [x, width]),
      [
        [0, 300],
        [301, 300],
        [602, 300],
      ],
    );
  });

  it("side by side, three may stand in two rows where that shows more of each", () => {
    const places = arrangePanes("sideBySide", 3, { width: 64, height: 64 }, { width: 201, height: 201 }, 0.5);
    assert.deepEqual(
      places.map(({ rectangle: { x, y } }) => [x, y]),
      [
        [0, 0],
        [101, 0],
        [0, 101],
      ],
    );
  });

  it("two by two, share the stage", () => {
    const places = arrangePanes("grid", 4, mask, { width: 201, height: 101 }, 0.5);
    assert.deepEqual(
      places.map(({ rectangle: { x, y, width, height } }) => [x, y, width, height]),
      [
        [0, 0, 100, 50],
        [101, 0, 100, 50],
        [0, 51, 100, 50],
        [101, 51, 100, 50],
      ],
    );
  });

  it("in a swipe, are one, drawn on either side of the divider", () => {
    const [left, right] = arrangePanes("swipe", 2, mask, { width: 200, height: 100 }, 0.25);
    assert.deepEqual(left?.rectangle, right?.rectangle);
    assert.deepEqual([left?.clip.x, left?.clip.width, right?.clip.x, right?.clip.width], [0, 50, 50, 150]);
  });

  it("else fill the stage", () => {
    for (const arrangement of ["single", "onion", "blink"] as const) {
      const [place] = arrangePanes(arrangement, 1, mask, { width: 200, height: 100 }, 0.5);
      assert.deepEqual(place?.clip, { x: 0, y: 0, width: 200, height: 100 });
    }
  });
});
