import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { PNG } from "pngjs";
import { decodePng, encodePng } from "../../../src/formats/png.js";
import { chunk, formatError, makePng, noise } from "./support.js";

const RAMP = Array.from({ length: 256 }, (_, i) => [i, 255 - i, (i * 7) % 256]);
const SIZES = [
  [1, 1],
  [1, 9],
  [9, 1],
  [5, 7],
  [13, 11],
  [32, 16],
] as const;
const allFilters = (row: number) => row % 5;

describe("decodePng", () => {
  for (const [colour, name, depths] of [
    [0, "gray", [1, 2, 4, 8, 16]],
    [3, "palette", [1, 2, 4, 8]],
  ] as const) {
    for (const bits of depths) {
      for (const interlaced of [false, true]) {
        it(`keeps stored ${bits}-bit ${name} samples${interlaced ? ", interlaced" : ""}`, () => {
          for (const [width, height] of SIZES) {
            const samples = noise(width * height, 2 ** bits, width + height);
            const palette = colour === 3 ? RAMP.slice(0, 2 ** bits) : undefined;
            const image = decodePng(
              makePng({
                width,
                height,
                bits,
                colour,
                samples,
                interlaced,
                filter: allFilters,
                ...(palette && { palette }),
              }),
            );
            assert.deepEqual([image.width, image.height, image.channels, image.bits], [width, height, 1, bits]);
            assert.deepEqual([...image.samples], samples);
            assert.equal(image.samples.constructor, bits === 16 ? Uint16Array : Uint8Array);
            assert.equal(image.samples.byteLength, image.samples.buffer.byteLength, "owns its buffer");
            assert.deepEqual(image.palette, palette);
            assert.equal(image.layout, `PNG, ${name}, ${bits} bit${interlaced ? ", interlaced" : ""}`);
          }
        });
      }
    }
  }

  for (const type of [0, 1, 2, 3, 4]) {
    it(`undoes filter ${type} in every row, the first included`, () => {
      for (const bits of [1, 8, 16]) {
        const samples = noise(17 * 6, 2 ** bits, type + 1);
        const png = makePng({ width: 17, height: 6, bits, colour: 0, samples, filter: () => type });
        assert.deepEqual([...decodePng(png).samples], samples);
      }
    });
  }

  for (const [colour, name, inFile, channels] of [
    [2, "RGB", 3, 3],
    [4, "gray with alpha", 2, 4],
    [6, "RGBA", 4, 4],
  ] as const) {
    for (const bits of [8, 16]) {
      for (const interlaced of [false, true]) {
        it(`reads ${bits}-bit ${name}${interlaced ? ", interlaced" : ""}`, () => {
          const samples = noise(10 * 9 * inFile, 2 ** bits);
          const image = decodePng(
            makePng({ width: 10, height: 9, bits, colour, samples, interlaced, filter: allFilters }),
          );
          const expected =
            colour === 4
              ? Array.from({ length: 360 }, (_, i) => samples[2 * (i >> 2) + (i % 4 === 3 ? 1 : 0)])
              : samples;
          assert.equal(image.channels, channels);
          assert.deepEqual([...image.samples], expected);
          assert.equal(image.samples.constructor, bits === 16 ? Uint16Array : Uint8Array);
        });
      }
    }
  }

  it("agrees with pngjs on 8-bit gray and palette", () => {
    const samples = noise(31 * 17, 256);
    for (const recipe of [{ colour: 0 }, { colour: 3, palette: RAMP }]) {
      const bytes = makePng({ width: 31, height: 17, bits: 8, samples, filter: allFilters, ...recipe });
      const { samples: ours, palette } = decodePng(bytes);
      const theirs = PNG.sync.read(Buffer.from(bytes)).data;
      const rgb = [...ours].flatMap((value) => palette?.[value] ?? [value, value, value]);
      assert.deepEqual(
        rgb,
        [...theirs].filter((_, i) => i % 4 !== 3),
      );
    }
  });

  it("joins IDAT chunks and skips tRNS, text and bytes after IEND", () => {
    const samples = noise(24 * 24, 256);
    const extra = [
      ["tRNS", Uint8Array.of(0, samples[0] ?? 0)],
      ["tEXt", Buffer.from("Software\0test")],
    ] as const;
    const bytes = makePng({ width: 24, height: 24, bits: 8, colour: 0, samples, parts: 5, extra });
    assert.deepEqual([...decodePng(Buffer.concat([bytes, Buffer.from("tail")])).samples], samples);
  });

  it("does not let a transparent colour or gamma change RGB samples", () => {
    const samples = [10, 20, 30, 40, 50, 60];
    const extra = [
      ["gAMA", Uint8Array.of(0, 0, 1, 0)],
      ["tRNS", Uint8Array.of(0, 10, 0, 20, 0, 30)],
    ] as const;
    assert.deepEqual(
      [...decodePng(makePng({ width: 2, height: 1, bits: 8, colour: 2, samples, extra })).samples],
      samples,
    );
  });

  it("reads a view into a larger buffer", () => {
    const bytes = makePng({ width: 3, height: 1, bits: 16, colour: 0, samples: [1, 256, 65535] });
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    assert.deepEqual([...decodePng(larger.subarray(3, 3 + bytes.length)).samples], [1, 256, 65535]);
  });

  describe("rejects", () => {
    const gray = { width: 4, height: 4, bits: 8, colour: 0, samples: noise(16, 256) };

    it("every prefix of a valid file", () => {
      for (const recipe of [
        { ...gray, parts: 3 },
        { ...gray, interlaced: true },
        { ...gray, colour: 3, palette: RAMP },
        { ...gray, colour: 6, samples: noise(64, 256) },
      ]) {
        const bytes = makePng(recipe);
        for (let end = 0; end < bytes.length; end++) {
          assert.throws(
            () => decodePng(bytes.subarray(0, end)),
            formatError(/truncated PNG/),
            `prefix of ${end} bytes`,
          );
        }
      }
    });

    it("or reads any file with changed bytes, but never fails otherwise", () => {
      const originals = [gray, { ...gray, interlaced: true }, { ...gray, colour: 2, samples: noise(48, 256) }].map(
        makePng,
      );
      fc.assert(
        fc.property(
          fc.nat(2),
          fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 4 }),
          (which, changes) => {
            const bytes = (originals[which] ?? new Uint8Array(0)).slice();
            for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
            try {
              const image = decodePng(bytes);
              assert.equal(image.samples.length, image.width * image.height * image.channels);
            } catch (error) {
              formatError(/./)(error);
            }
          },
        ),
        { numRuns: 500 },
      );
    });

    it("what is not a PNG", () => {
      assert.throws(() => decodePng(Buffer.from("GIF89a, no PNG")), formatError(/not a PNG/));
    });

    it("zero size", () => {
      assert.throws(() => decodePng(makePng({ ...gray, width: 0, samples: [] })), formatError(/zero size: 0 x 4/));
    });

    it("an unsupported bit depth or colour type", () => {
      const bytes = makePng(gray);
      bytes[24] = 3;
      assert.throws(() => decodePng(bytes), formatError(/unsupported bit depth 3/));
      bytes[25] = 5;
      assert.throws(() => decodePng(bytes), formatError(/unknown colour type 5/));
    });

    it("a bad filter type", () => {
      assert.throws(() => decodePng(makePng({ ...gray, filter: () => 5 })), formatError(/bad filter type 5 in row 0/));
    });

    it("image data that is too short, too long or damaged", () => {
      const short = { ...gray, mangle: (raw: Uint8Array) => raw.subarray(0, -1) };
      assert.throws(() => decodePng(makePng(short)), formatError(/too short: .* needs 20 bytes, the file holds 19/));
      const long = { ...gray, mangle: (raw: Uint8Array) => Buffer.concat([raw, Buffer.of(0)]) };
      assert.throws(() => decodePng(makePng(long)), formatError(/too long: .* needs 20 bytes/));
      const bytes = makePng(gray);
      bytes[8 + 25 + 8] = 0;
      assert.throws(() => decodePng(bytes), formatError(/damaged image data/));
    });

    it("a palette image without a palette, and a file without image data", () => {
      assert.throws(() => decodePng(makePng({ ...gray, colour: 3 })), formatError(/without a palette/));
      const bytes = makePng(gray);
      const empty = Buffer.concat([bytes.subarray(0, 8 + 25), chunk("IEND", new Uint8Array(0))]);
      assert.throws(() => decodePng(empty), formatError(/no image data/));
    });

    it("a header that promises far more than the file holds, at once and without allocating it", () => {
      const bytes = makePng(gray);
      new DataView(bytes.buffer).setUint32(16, 16384);
      new DataView(bytes.buffer).setUint32(20, 16384);
      assert.throws(() => decodePng(bytes), formatError(/too short/));
      new DataView(bytes.buffer).setUint32(16, 2 ** 31 - 1);
      assert.throws(() => decodePng(bytes), formatError(/too large/, /tiles/));
    });

    it("a stream that inflates to far more than the header promises", () => {
      const bomb = deflateSync(new Uint8Array(50_000_000));
      const bytes = Buffer.concat([
        makePng(gray).subarray(0, 8 + 25),
        chunk("IDAT", bomb),
        chunk("IEND", new Uint8Array(0)),
      ]);
      assert.throws(() => decodePng(bytes), formatError(/too long/));
    });
  });
});

describe("encodePng", () => {
  for (const [name, image] of [
    ["8-bit gray", { channels: 1, samples: Uint8Array.from(noise(35, 256)) }],
    ["16-bit gray", { channels: 1, samples: Uint16Array.from(noise(35, 65536)) }],
    ["RGBA", { channels: 4, samples: Uint8Array.from(noise(140, 256)) }],
  ] as const) {
    it(`writes ${name} that decodes to the same samples`, () => {
      const decoded = decodePng(encodePng({ width: 5, height: 7, ...image }));
      assert.deepEqual([decoded.width, decoded.height, decoded.channels], [5, 7, image.channels]);
      assert.deepEqual(decoded.samples, image.samples);
    });
  }

  it("rejects other layouts", () => {
    const floats = { width: 1, height: 1, channels: 1, samples: new Float32Array(1) } as const;
    assert.throws(() => encodePng(floats), formatError(/only gray/));
    assert.throws(() => encodePng({ ...floats, samples: new Uint8Array(2) }), formatError(/2 samples for 1 x 1 x 1/));
  });
});
