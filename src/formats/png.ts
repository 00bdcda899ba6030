import { FormatError, type StoredImage } from "./image.js";
import { GRAY, PALETTE, type PngFile, RGB, readChunks } from "./png/chunks.js";
import { inflateExactly } from "./png/inflate.js";
import { imageBytes, layoutName, rowBytes, samplesPerPixel } from "./png/layout.js";
import { plainPng } from "./png/plain.js";
import { readRows } from "./png/rows.js";
import { unpack } from "./png/unpack.js";

/** 16,384 x 16,384: above it, one array of samples is a quarter of a gigabyte and scoring takes several. */
const LARGEST = 2 ** 28;

/**
 * Decodes a PNG file. Gray and palette files keep their stored values: samples are not scaled, palette indices not
 * replaced by colours. RGB gives 3 channels; RGBA and gray with alpha give 4.
 *
 * Gray and palette files without interlacing are read here: that is 3 to 4 times faster than pngjs, which always
 * expands to RGBA. The rest goes through pngjs.
 * @throws FormatError when the file is truncated, damaged or too large.
 */
export function decodePng(bytes: Uint8Array): StoredImage {
  const file = readChunks(bytes);
  const { width, height, bits, colour, interlaced } = file.header;
  if (width * height > LARGEST) {
    throw new FormatError(`${width} x ${height} is too large: at most ${LARGEST} pixels`, "Cut the masks into tiles.");
  }
  const layout = layoutName(file.header);
  if ((colour !== GRAY && colour !== PALETTE) || interlaced) {
    inflateExactly(file.data, imageBytes(file.header));
    return { width, height, bits, layout, ...withPngjs(file) };
  }
  const packed = readRows(file.data, rowBytes(file.header, width), height, bits === 16 ? 2 : 1);
  const samples = unpack(packed, width, height, bits);
  return { width, height, channels: 1, bits, samples, layout, ...paletteOf(file) };
}

/**
 * Encodes gray (1 channel, 8 or 16 bits) or RGBA (4 channels, 8 bits) samples as a PNG file.
 * @throws FormatError for any other layout.
 */
export function encodePng(image: Pick<StoredImage, "width" | "height" | "channels" | "samples">): Uint8Array {
  const { width, height, channels, samples } = image;
  const wide = samples instanceof Uint16Array;
  if (!(samples instanceof Uint8Array || wide) || channels === 3 || (channels === 4 && wide)) {
    throw new FormatError(
      "only gray (8 or 16 bit) and RGBA (8 bit) can be written as PNG",
      "Convert the samples first.",
    );
  }
  if (samples.length !== width * height * channels) {
    throw new FormatError(
      `${samples.length} samples for ${width} x ${height} x ${channels}`,
      "Pass one sample a pixel and channel.",
    );
  }
  const colorType = channels === 4 ? 6 : 0;
  const { PNG } = loadPngjs();
  // pngjs reads 16-bit samples from the start of `data.buffer`: the copy has a buffer of its own.
  const data = Buffer.from(samples.slice().buffer);
  const png = Object.assign(new PNG(), { width, height, data });
  return new Uint8Array(
    PNG.sync.write(png, {
      bitDepth: wide ? 16 : 8,
      colorType,
      inputColorType: colorType,
      inputHasAlpha: channels === 4,
    }),
  );
}

/** Loading pngjs takes 25 ms (measured); most runs never need it. */
function loadPngjs(): typeof import("pngjs") {
  return require("pngjs");
}

function withPngjs(file: PngFile): Pick<StoredImage, "channels" | "samples" | "palette"> {
  const { header } = file;
  let rgba: Uint8Array | Uint16Array;
  try {
    // skipRescale keeps 1, 2, 4 and 16-bit samples as stored; 16 bits then come as a Uint16Array.
    const read = loadPngjs().PNG.sync.read(plainPng(file), { skipRescale: true, checkCRC: false });
    rgba = header.bits === 16 ? new Uint16Array(read.data) : new Uint8Array(read.data);
  } catch (error) {
    throw new FormatError(
      `damaged PNG: ${error instanceof Error ? error.message : String(error)}`,
      "Copy or write the file again.",
    );
  }
  if (samplesPerPixel(header) === 1) return { channels: 1, samples: everyFourth(rgba, 1), ...paletteOf(file) };
  if (header.colour === RGB) return { channels: 3, samples: everyFourth(rgba, 3) };
  return { channels: 4, samples: rgba };
}

function paletteOf(file: PngFile): Pick<StoredImage, "palette"> {
  return file.header.colour === PALETTE && file.palette !== undefined ? { palette: file.palette } : {};
}

/** Keeps the first `kept` of every four samples. */
function everyFourth(rgba: Uint8Array | Uint16Array, kept: number): Uint8Array | Uint16Array {
  const length = (rgba.length / 4) * kept;
  const out = rgba instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    for (let i = 0; i < kept; i++) out[to++] = rgba[from + i] as number;
  }
  return out;
}
