import assert from "node:assert/strict";
import { decodeNpy } from "../../../src/formats/npy.js";
import { formatError, makeNpy } from "./support.js";

describe("decodeNpy", () => {
  for (const [descr, data, bits, name] of [
    ["|b1", Uint8Array.of(0, 1, 1, 0, 1, 0), 8, "bool"],
    ["|u1", Uint8Array.of(0, 1, 2, 253, 254, 255), 8, "uint8"],
    ["<u2", Uint16Array.of(0, 1, 256, 65535, 4, 5), 16, "uint16"],
    ["<f4", Float32Array.of(0, 0.1, 0.5, 1, -2, 1e-8), 32, "float32"],
    ["<f8", Float64Array.of(0, 0.1, 0.5, 1, -2, 1e-300), 64, "float64"],
  ] as const) {
    it(`reads ${name}`, () => {
      const image = decodeNpy(makeNpy(descr, [2, 3], data));
      assert.deepEqual([image.width, image.height, image.channels, image.bits], [3, 2, 1, bits]);
      assert.deepEqual(image.samples, data);
      assert.equal(image.layout, `NPY, ${name}`);
    });
  }

  it("reads format 1, 2 and 3, at any offset of a larger buffer", () => {
    for (const version of [1, 2, 3]) {
      const bytes = makeNpy("<f8", [1, 2], Float64Array.of(0.25, 0.75), { version });
      const larger = Buffer.alloc(bytes.length + 3);
      larger.set(bytes, 3);
      assert.deepEqual(decodeNpy(larger.subarray(3)).samples, Float64Array.of(0.25, 0.75));
    }
  });

  it("transposes Fortran order", () => {
    const image = decodeNpy(makeNpy("|u1", [2, 3], Uint8Array.of(1, 4, 2, 5, 3, 6), { fortran: true }));
    assert.deepEqual([image.width, image.height, ...image.samples], [3, 2, 1, 2, 3, 4, 5, 6]);
  });

  it("drops axes of length 1", () => {
    for (const shape of [
      [1, 2, 3],
      [2, 3, 1],
      [1, 1, 2, 3],
      [1, 2, 3, 1],
    ]) {
      const { width, height } = decodeNpy(makeNpy("|u1", shape, new Uint8Array(6)));
      assert.deepEqual([width, height], [3, 2], shape.join(" x "));
    }
    const { width, height } = decodeNpy(makeNpy("|u1", [1, 1, 6], new Uint8Array(6)));
    assert.deepEqual([width, height], [6, 1]);
  });

  it("reads C x H x W as planes, in C and in Fortran order", () => {
    const rows = Float32Array.from({ length: 24 }, (_, i) => i);
    const image = decodeNpy(makeNpy("<f4", [2, 3, 4], rows));
    assert.deepEqual([image.planes, image.height, image.width, image.channels], [2, 3, 4, 1]);
    assert.deepEqual(image.samples, rows);
    assert.equal(decodeNpy(makeNpy("<f4", [1, 2, 3, 4], rows)).planes, 2);
    const columns = rows.map((_, at) => 12 * (at % 2) + 4 * (Math.floor(at / 2) % 3) + Math.floor(at / 6));
    assert.deepEqual(decodeNpy(makeNpy("<f4", [2, 3, 4], columns, { fortran: true })).samples, rows);
  });

  for (const [descr, data, bits, name] of [
    ["<i4", Int32Array.of(0, 7, 65535), 32, "int32"],
    ["<u4", Uint32Array.of(0, 7, 65535), 32, "uint32"],
    ["<i8", BigInt64Array.of(0n, 7n, 65535n), 64, "int64"],
    ["<u8", BigUint64Array.of(0n, 7n, 65535n), 64, "uint64"],
  ] as const) {
    it(`reads ${name} as 16-bit ids`, () => {
      const image = decodeNpy(makeNpy(descr, [1, 3], data));
      assert.deepEqual([image.bits, image.layout], [bits, `NPY, ${name}`]);
      assert.deepEqual(image.samples, Uint16Array.of(0, 7, 65535));
    });
  }

  it("rejects integers that are no 16-bit ids", () => {
    const of = (descr: string, data: Int32Array | BigInt64Array) => () => decodeNpy(makeNpy(descr, [1, 1], data));
    assert.throws(of("<i4", Int32Array.of(-1)), formatError(/the value -1; ids from 0 to 65535/, /leave out as 255/));
    assert.throws(of("<i8", BigInt64Array.of(65536n)), formatError(/the value 65536/, /numpy\.unique/));
  });

  it("rejects other shapes", () => {
    const of =
      (...shape: number[]) =>
      () =>
        decodeNpy(makeNpy("|u1", shape, new Uint8Array(12)));
    assert.throws(
      of(3, 2, 2, 1, 2),
      formatError(/shape \(3 x 2 x 2 x 1 x 2\); only H x W and C x H x W arrays are read/, /one H x W array/),
    );
    assert.throws(of(12), formatError(/shape \(12\)/));
    assert.throws(of(0, 4), formatError(/zero size/));
  });

  it("rejects other types", () => {
    const of = (descr: string) => () => decodeNpy(makeNpy(descr, [1, 1], new Uint8Array(8)));
    assert.throws(of("<f2"), formatError(/f2 \(float16\) is not read/, /float32/));
    assert.throws(of("<i2"), formatError(/i2 \(int16\) is not read/, /uint8/));
    assert.throws(of("|O"), formatError(/not a number/));
    assert.throws(of(">f4"), formatError(/big-endian float32/, /astype/));
    const records = { header: "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1, 1), }" };
    assert.throws(() => decodeNpy(makeNpy("", [1, 1], new Uint8Array(4), records)), formatError(/records/));
  });

  it("rejects every prefix, trailing bytes and unknown versions", () => {
    const bytes = makeNpy("<f4", [2, 2], new Float32Array(4));
    for (let end = 0; end < bytes.length; end++) {
      assert.throws(() => decodeNpy(bytes.subarray(0, end)), formatError(/truncated/), `prefix of ${end} bytes`);
    }
    assert.throws(() => decodeNpy(Buffer.concat([bytes, Buffer.alloc(2)])), formatError(/2 bytes follow/));
    bytes[6] = 9;
    assert.throws(() => decodeNpy(bytes), formatError(/format 9/));
  });
});
