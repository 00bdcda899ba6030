import assert from "node:assert/strict";
import { errorPicture } from "../../../src/core/maps/errorPicture.js";
import { regionColours } from "../../../src/core/maps/regions.js";

/** A square of one kind of cell. */
const square = (side: number, ...parts: readonly [number, number, number]) =>
  errorPicture({
    width: side,
    height: side,
    parts: Uint8Array.from({ length: 3 * side * side }, (_, i) => parts[i % 3]),
  });

const coloursOf = ({ samples }: { samples: Uint8Array }) =>
  new Set(Array.from({ length: samples.length / 4 }, (_, i) => samples.subarray(4 * i, 4 * i + 4).join()));

describe("errorPicture", () => {
  it("is clear where nothing is foreground, and plain where all is right", () => {
    assert.deepEqual(coloursOf(square(8, 0, 0, 0)), new Set(["0,0,0,0"]));
    assert.deepEqual(coloursOf(square(8, 255, 0, 0)), new Set([[...regionColours.tp, 255].join()]));
  });

  it("hatches both kinds of error, each in a way of its own", () => {
    const [positive, negative] = [square(8, 0, 255, 0), square(8, 0, 0, 255)];
    assert.deepEqual(coloursOf(positive), new Set([[...regionColours.fp, 255].join(), "101,46,12,255"]));
    assert.deepEqual(coloursOf(negative), new Set([[...regionColours.fn, 255].join(), "223,237,249,255"]));
    const marks = ({ samples }: { samples: Uint8Array }, red: number) =>
      Array.from({ length: 64 }, (_, i) => samples[4 * i] === red).join();
    assert.notEqual(marks(positive, 101), marks(negative, 223));
  });

  it("fades a cell by the part that is foreground, and mixes the colours by their parts", () => {
    const [colour] = coloursOf(square(1, 51, 0, 51));
    const [red, , , alpha] = (colour ?? "").split(",").map(Number);
    assert.equal(alpha, 102);
    assert.ok(Math.abs(Number(red) - (regionColours.tp[0] + regionColours.fn[0]) / 2) <= 1);
    // Parts that were rounded up to more than the whole.
    assert.deepEqual(Array.from(square(1, 128, 128, 1).samples).at(3), 255);
  });
});
