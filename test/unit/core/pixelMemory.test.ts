import assert from "node:assert/strict";
import { anyBytes, lendPixels, lentBytes, type PixelMemory, pixelMemory } from "../../../src/core/pixels/memory.js";

function memoryFor(imageBytes: number, rowBytes: number, window?: number): PixelMemory {
  const memory = pixelMemory(imageBytes, rowBytes, window);
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

  it("is another one for larger images and another window: what is lent of the first stays what it is", () => {
    const memory = memoryFor(1000, 50, 7);
    memory.window = 7;
    assert.equal(pixelMemory(900, 40), memory);
    assert.equal(pixelMemory(900, 40, 7), memory);
    lendPixels(() => {
      const lent = anyBytes(1000).fill(5);
      const others = [memoryFor(1000, 50, 8), memoryFor(5000, 50), memoryFor(5000, 5000)];
      assert.equal(new Set([memory, ...others]).size, 4);
      for (const other of others) other.bytes.fill(9, other.workingPlace(0), other.workingPlace(0) + 1000);
      assert.ok(lent.every((byte) => byte === 5));
      assert.equal(lent.length, 1000);
    });
  });

  it("is not had where it is more than there is", () => {
    assert.equal(pixelMemory(2 ** 30, 2 ** 15), null);
    assert.equal(pixelMemory(2 ** 20, 2 ** 31), null);
    memoryFor(1000, 50);
  });
});
