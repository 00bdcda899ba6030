import { FormatError } from "../image.js";

/** Colour types of the PNG specification (table 11.1). */
export const GRAY = 0;
export const RGB = 2;
export const PALETTE = 3;
export const GRAY_ALPHA = 4;
export const RGBA = 6;

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly bits: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

export interface PngFile {
  readonly header: PngHeader;
  readonly palette: ReadonlyArray<readonly [number, number, number]> | undefined;
  /** The zlib stream: every IDAT chunk, joined. */
  readonly data: Uint8Array;
}

export const SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const BITS: Readonly<Record<number, readonly number[]>> = {
  [GRAY]: [1, 2, 4, 8, 16],
  [RGB]: [8, 16],
  [PALETTE]: [1, 2, 4, 8],
  [GRAY_ALPHA]: [8, 16],
  [RGBA]: [8, 16],
};

const IHDR = 0x49484452;
const PLTE = 0x504c5445;
const IDAT = 0x49444154;
const IEND = 0x49454e44;

const DAMAGED = "Copy or write the file again.";

/**
 * Walks the chunks of a PNG file. Checksums are not verified: zlib's own covers the samples, and libraries that
 * write a wrong CRC exist. Ancillary chunks (tRNS, gAMA, text …) are skipped: they say how to show a picture, not
 * what a mask holds. Bytes after IEND are ignored, as libpng does.
 * @throws FormatError when a chunk is missing, cut off or holds values that the specification forbids.
 */
export function readChunks(bytes: Uint8Array): PngFile {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    throw new FormatError(
      SIGNATURE.slice(0, bytes.length).every((byte, i) => bytes[i] === byte)
        ? "truncated PNG: the file ends inside the signature"
        : "not a PNG file: the signature is wrong",
      DAMAGED,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let header: PngHeader | undefined;
  let palette: PngFile["palette"];
  for (let at = SIGNATURE.length; ; ) {
    if (at + 8 > bytes.length) throw truncated("before the IEND chunk");
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const start = at + 8;
    at = start + length + 4;
    if (at > bytes.length) throw truncated(`inside the ${chunkName(type)} chunk`);
    if (header === undefined && type !== IHDR) {
      throw new FormatError(`damaged PNG: the first chunk is ${chunkName(type)}, not IHDR`, DAMAGED);
    }
    const body = bytes.subarray(start, start + length);
    if (type === IHDR) header = readHeader(body);
    else if (type === PLTE) palette = readPalette(body);
    else if (type === IDAT) parts.push(body);
    else if (type === IEND) break;
  }
  if (header === undefined) throw truncated("before the IHDR chunk");
  if (parts.length === 0) throw new FormatError("damaged PNG: no image data (IDAT chunk)", DAMAGED);
  if (header.colour === PALETTE && palette === undefined) {
    throw new FormatError("damaged PNG: a palette image without a palette (PLTE chunk)", DAMAGED);
  }
  return { header, palette, data: join(parts) };
}

function readHeader(body: Uint8Array): PngHeader {
  if (body.length !== 13) throw new FormatError(`damaged PNG: IHDR has ${body.length} bytes, not 13`, DAMAGED);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits, colour, interlace] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
  if (width === 0 || height === 0) {
    throw new FormatError(`zero size: ${width} x ${height}`, "Write the mask again with at least one pixel.");
  }
  const allowed = BITS[colour];
  if (allowed === undefined) throw new FormatError(`damaged PNG: unknown colour type ${colour}`, DAMAGED);
  if (!allowed.includes(bits)) {
    throw new FormatError(`damaged PNG: unsupported bit depth ${bits} for colour type ${colour}`, DAMAGED);
  }
  if (view.getUint8(10) !== 0 || view.getUint8(11) !== 0 || interlace > 1) {
    throw new FormatError("damaged PNG: unknown compression, filter or interlace method", DAMAGED);
  }
  return { width, height, bits, colour, interlaced: interlace === 1 };
}

function readPalette(body: Uint8Array): Array<readonly [number, number, number]> {
  if (body.length === 0 || body.length % 3 !== 0 || body.length > 768) {
    throw new FormatError(`damaged PNG: a palette of ${body.length} bytes`, DAMAGED);
  }
  return Array.from({ length: body.length / 3 }, (_, i) => {
    const [r = 0, g = 0, b = 0] = body.subarray(3 * i, 3 * i + 3);
    return [r, g, b] as const;
  });
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function truncated(where: string): FormatError {
  return new FormatError(`truncated PNG: the file ends ${where}`, DAMAGED);
}

function chunkName(type: number): string {
  const letters = [type >>> 24, (type >>> 16) & 255, (type >>> 8) & 255, type & 255];
  return letters.map((c) => (c > 32 && c < 127 ? String.fromCharCode(c) : "?")).join("");
}
