import { crc32, deflateSync } from "node:zlib";
import type { Samples } from "../../../src/core/raster.js";
import { FormatError, type StoredImage } from "../../../src/formats/image.js";

export interface Recipe {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** PNG colour type: 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGBA. */
  readonly colour: number;
  /** Interleaved samples. */
  readonly samples: ArrayLike<number>;
  /** Filter type of a row; 0 unless given. */
  readonly filter?: (row: number) => number;
  readonly interlaced?: boolean;
  readonly palette?: readonly (readonly number[])[];
  /** Chunks between IHDR and the image data. */
  readonly extra?: readonly (readonly [type: string, body: Uint8Array])[];
  /** IDAT chunks that the stream is cut into. */
  readonly parts?: number;
  /** Replaces the filtered rows before they are deflated. */
  readonly mangle?: (raw: Uint8Array) => Uint8Array;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG encoder for every layout, written from the specification: plain, slow, independent of src. */
export function makePng(recipe: Recipe): Uint8Array {
  const { width, height, bits, colour, interlaced = false, palette, extra = [], parts = 1 } = recipe;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour, 0, 0, interlaced ? 1 : 0], 8);
  const raw = Buffer.concat(passes(interlaced).flatMap(([x, y, dx, dy]) => filteredRows(recipe, x, y, dx, dy)));
  const stream = deflateSync(recipe.mangle?.(raw) ?? raw);
  const size = Math.ceil(stream.length / parts);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", header),
      ...(palette === undefined ? [] : [chunk("PLTE", Uint8Array.from(palette.flat()))]),
      ...extra.map(([type, body]) => chunk(type, body)),
      ...Array.from({ length: parts }, (_, i) => chunk("IDAT", stream.subarray(i * size, (i + 1) * size))),
      chunk("IEND", new Uint8Array(0)),
    ]),
  );
}

export function chunk(type: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(body, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, body.length + 8)), body.length + 8);
  return bytes;
}

function passes(interlaced: boolean): (readonly [number, number, number, number])[] {
  if (!interlaced) return [[0, 0, 1, 1]];
  return [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ];
}

function filteredRows(recipe: Recipe, x0: number, y0: number, dx: number, dy: number): Buffer[] {
  const { width, height, bits, colour, samples, filter = () => 0 } = recipe;
  const channels = CHANNELS[colour] ?? 1;
  const distance = Math.max(1, (channels * bits) / 8);
  const rows: Buffer[] = [];
  if (x0 >= width) return rows;
  let above: number[] = [];
  for (let y = y0; y < height; y += dy) {
    let text = "";
    for (let x = x0; x < width; x += dx) {
      for (let c = 0; c < channels; c++) {
        text += (samples[(y * width + x) * channels + c] ?? 0).toString(2).padStart(bits, "0");
      }
    }
    const row = (text.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
    const type = filter(rows.length);
    const filtered = row.map((value, i) => {
      const [a, b, c] = [row[i - distance] ?? 0, above[i] ?? 0, i < distance ? 0 : (above[i - distance] ?? 0)];
      return (value - predict(type, a, b, c)) & 255;
    });
    rows.push(Buffer.from([type, ...filtered]));
    above = row;
  }
  return rows;
}

function predict(type: number, a: number, b: number, c: number): number {
  if (type < 3) return [0, a, b][type] ?? 0;
  if (type === 3) return Math.floor((a + b) / 2);
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** A NumPy file. `header` overrides the dictionary. */
export function makeNpy(
  descr: string,
  shape: readonly number[],
  data: NodeJS.TypedArray,
  options: { fortran?: boolean; version?: number; header?: string } = {},
): Uint8Array {
  const { fortran = false, version = 1 } = options;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const dictionary =
    options.header ?? `{'descr': '${descr}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': ${tuple}, }`;
  const before = version === 1 ? 10 : 12;
  const length = Math.ceil((before + dictionary.length + 1) / 64) * 64 - before;
  const head = Buffer.alloc(before);
  head.write("\x93NUMPY", 0, "latin1");
  head.set([version, 0], 6);
  if (version === 1) head.writeUInt16LE(length, 8);
  else head.writeUInt32LE(length, 8);
  const text = `${dictionary.padEnd(length - 1)}\n`;
  return new Uint8Array(
    Buffer.concat([head, Buffer.from(text, "latin1"), new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]),
  );
}

/** A one-row image of these samples. */
export function row(samples: readonly number[] | Samples, parts: Partial<StoredImage> = {}): StoredImage {
  const stored = Array.isArray(samples) ? Uint8Array.from(samples) : (samples as Samples);
  const { channels = 1, planes = 1 } = parts;
  return {
    width: stored.length / channels / planes,
    height: 1,
    channels,
    bits: 8,
    samples: stored,
    layout: "test",
    ...parts,
  };
}

/** For assert.throws: a FormatError whose message (or remedy) matches. */
export function formatError(message: RegExp, remedy = /./): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof FormatError)) throw error;
    if (!message.test(error.message)) throw new Error(`message does not match ${message}: ${error.message}`);
    if (!remedy.test(error.remedy)) throw new Error(`remedy does not match ${remedy}: ${error.remedy}`);
    return true;
  };
}

/** Reproducible samples below `limit` (a power of two). */
export function noise(length: number, limit: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % limit;
  });
}
