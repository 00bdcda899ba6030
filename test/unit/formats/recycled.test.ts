import assert from "node:assert/strict";
import { anyBytes, recycle } from "../../../src/formats/recycled.js";

describe("recycled arrays", () => {
  it("are handed out once, where the length is that asked for", () => {
    const [one, other] = [anyBytes(77), anyBytes(77)];
    recycle(one, other, one);
    recycle(other);
    assert.notEqual(anyBytes(78), one);
    const again = [anyBytes(77), anyBytes(77), anyBytes(77)];
    assert.deepEqual(new Set(again).size, 3);
    assert.ok(again.includes(one) && again.includes(other));
  });

  it("are whole buffers of bytes only, of the length that came last", () => {
    const part = new Uint8Array(new ArrayBuffer(99), 1, 88);
    recycle(part, new Uint16Array(88), undefined);
    assert.notEqual(anyBytes(88), part);
    const huge = new Uint8Array(2 ** 24 + 1);
    recycle(huge);
    assert.notEqual(anyBytes(2 ** 24 + 1), huge);
    const [short, long] = [new Uint8Array(60), new Uint8Array(61)];
    recycle(short, long);
    assert.notEqual(anyBytes(60), short);
    assert.equal(anyBytes(61), long);
  });
});
