import { inflateSync } from "node:zlib";
import { FormatError } from "../image.js";

/** Deflate cannot expand data by more (zlib technical notes). */
export const LARGEST_RATIO = 1032;

const DAMAGED = "Copy or write the file again.";

/**
 * Inflates the zlib stream of a PNG whose header promises `expected` bytes. Memory is bounded by that number, and the
 * number by the size of the stream, so that neither a false header nor a bomb can exhaust it.
 * @throws FormatError when the stream is damaged or does not hold exactly `expected` bytes.
 */
export function inflateExactly(data: Uint8Array, expected: number): Uint8Array {
  const short = (held: string) =>
    new FormatError(
      `image data too short: the size in the header needs ${expected} bytes, the file holds ${held}`,
      DAMAGED,
    );
  if (expected > data.length * LARGEST_RATIO + 64) throw short("far fewer");
  let raw: Buffer;
  try {
    // One chunk a byte larger than needed: zlib then fills it in one go, and a longer stream is noticed.
    raw = inflateSync(data, { maxOutputLength: expected, chunkSize: Math.max(64, expected + 1) });
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      if (error.code === "ERR_BUFFER_TOO_LARGE") {
        throw new FormatError(`image data too long: the size in the header needs ${expected} bytes`, DAMAGED);
      }
      if (error.code === "Z_BUF_ERROR") throw short("fewer (its compressed data is cut off)");
      throw new FormatError(`damaged image data: ${error.message}`, DAMAGED);
    }
    throw error;
  }
  if (raw.length < expected) throw short(String(raw.length));
  return new Uint8Array(raw.buffer, raw.byteOffset, raw.length);
}
