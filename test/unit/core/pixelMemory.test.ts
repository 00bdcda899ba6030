import assert from "node:assert/strict";
import { weighBytes } from "../../../src/core/boundary/weighBytes.js";
import {
  anyBytes,
  forgetLarge,
  lendPixels,
  lentBytes,
  type PixelMemory,
  pixelMemory,
} from "../../../src/core/pixels/memory.js";

function memoryFor(imageBytes: number, rowBytes: number): PixelMemory {
  const memory = pixelMemory(imageBytes, rowBytes);
  assert.ok(memory);
  return memory;
}

describe("the memory of pixels", () => {
  it("lends three images at a time, apart from one another, until the work is done", () => {
    const memory = memoryFor(1000, 50);
    for (let turn = 0; turn < 2; turn++) {
      lendPixels(() => {
        const arrays = [1, 2, 3, 4].map((value) => anyBytes(1000).fill(value));
        assert.deepEqual(
          arrays.map((array) => memory.placeOf(array) !== null),
          [true, true, true, false],
        );
        for (const [at, array] of arrays.entries()) assert.ok(array.every((byte) => byte === at + 1));
      });
    }
    assert.equal(lentBytes(1000), null);
    assert.equal(memory.placeOf(anyBytes(1000)), null);
  });

  it("takes back what was lent to work that failed", () => {
    const memory = memoryFor(1000, 50);
    const fails = () =>
      lendPixels(() => {
        for (let i = 0; i < 3; i++) anyBytes(1000);
        throw new Error("a damaged file");
      });
    assert.throws(fails, /a damaged file/);
    lendPixels(() => assert.notEqual(memory.placeOf(anyBytes(1000)), null));
  });

  it("is another one for larger images: what is lent of the first stays what it is", () => {
    const memory = memoryFor(1000, 50);
    assert.equal(pixelMemory(900, 40), memory);
    lendPixels(() => {
      const lent = anyBytes(1000).fill(5);
      const larger = memoryFor(memory.imageBytes + 1, 50);
      const wider = memoryFor(1000, larger.rowBytes + 1);
      assert.equal(new Set([memory, larger, wider]).size, 3);
      for (const other of [larger, wider]) other.bytes.fill(9, other.workingPlace(0), other.workingPlace(0) + 1000);
      assert.ok(lent.every((byte) => byte === 5));
      assert.equal(lent.length, 1000);
    });
  });

  it("weighs images where they are as it does elsewhere, whichever window is next", () => {
    const [truth, samples] = [0, 1].map((which) =>
      Uint8Array.from({ length: 20 * 30 }, (_, i) => ((i * i) >> 4) % (which ? 256 : 2)),
    );
    const weighed = (y: Uint8Array, p: Uint8Array) => [3, 5, 3].map((window) => weighBytes(y, p, 20, 30, window));
    const expected = weighed(truth, samples);
    memoryFor(20 * 30, 20);
    lendPixels(() => {
      const [y, p] = [truth, samples].map((array) => {
        const lent = anyBytes(array.length);
        lent.set(array);
        return lent;
      });
      assert.deepEqual(weighed(y, p), expected);
      assert.deepEqual([y, p], [truth, samples]);
    });
  });

  it("is kept for the next image up to 4096 x 4096 with its filter bytes, and given up beyond", () => {
    const kept = memoryFor(4096 * 4097, 4096);
    assert.equal(forgetLarge(), false);
    assert.equal(pixelMemory(1000, 50), kept);
    memoryFor(5000 * 5001, 5000);
    assert.equal(forgetLarge(), true);
    assert.notEqual(pixelMemory(1000, 50), kept);
  });

  it("is not had where it is more than there is", () => {
    assert.equal(pixelMemory(2 ** 30, 2 ** 15), null);
    assert.equal(pixelMemory(2 ** 20, 2 ** 31), null);
    memoryFor(1000, 50);
  });
});
