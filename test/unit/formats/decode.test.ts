import assert from "node:assert/strict";
import { decode, maskExtensions } from "../../../src/formats/decode.js";
import { formatError, makeNpy, makePng } from "./support.js";

describe("decode", () => {
  const png = makePng({ width: 1, height: 1, bits: 8, colour: 0, samples: [7] });
  const npy = makeNpy("|u1", [1, 1], Uint8Array.of(7));

  it("goes by content, not by name", () => {
    assert.equal(decode("a.png", png).layout, "PNG, gray, 8 bit");
    assert.equal(decode("a.npy", png).layout, "PNG, gray, 8 bit");
    assert.equal(decode("a.png", npy).layout, "NPY, uint8");
    assert.deepEqual(maskExtensions, ["png", "npy"]);
  });

  it("calls a file cut off after the first bytes truncated", () => {
    assert.throws(() => decode("a.png", png.subarray(0, 5)), formatError(/truncated PNG/));
    assert.throws(() => decode("a.npy", npy.subarray(0, 5)), formatError(/truncated NumPy/));
  });

  for (const [bytes, message, remedy] of [
    ["", /an empty file/, /no bytes/],
    ["\xff\xd8\xff\xe0\x00\x10JFIF", /a JPEG image/, /PNG.*blurs/],
    ["II*\0\x08\0\0\0", /a TIFF image/, /PNG/],
    ["MM\0*\0\0\0\x08", /a TIFF image/, /PNG/],
    ["GIF89a", /a GIF image/, /PNG/],
    ["RIFF\x10\0\0\0WEBPVP8 ", /a WebP image/, /PNG/],
    ["BM\x46\0\0\0\0\0\0\0", /a BMP image/, /PNG/],
    ["P5\n2 2\n255\n....", /a Netpbm image/, /PNG/],
    ["PK\x03\x04", /ZIP/, /numpy\.save/],
    ["version https://git-lfs.github.com/spec/v1\n", /Git LFS pointer/, /git lfs pull/],
    ["<svg></svg>", /SVG/, /PNG/],
    ['{"a": 1}\n', /a text file/, /PNG/],
    ["\0\x01\x02\x03\x04", /an unknown format/, /PNG/],
  ] as const) {
    it(`names ${message.source}`, () => {
      assert.throws(() => decode("a.xyz", Buffer.from(bytes, "latin1")), formatError(message, remedy));
    });
  }

  it("says so when the name promises another format", () => {
    assert.throws(
      () => decode("a.PNG", Buffer.from("GIF89a")),
      formatError(/^a GIF image although its name ends in \.png;/),
    );
  });
});
