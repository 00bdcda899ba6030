import { FormatError, type StoredImage } from "./image.js";
import { decodeNpy, NPY_MAGIC } from "./npy.js";
import { SIGNATURE } from "./png/chunks.js";
import { decodePng } from "./png.js";
import { sniff } from "./sniff.js";

/** Extensions of the files that {@link decode} reads, lower case, without the dot. */
export const maskExtensions: readonly string[] = ["png", "npy"];

/**
 * Decodes a mask file. The content decides, not the name: a PNG called `mask.npy` is read as PNG.
 * @param name file name, for the message when the content does not keep what the extension promises.
 * @returns an image that keeps nothing of `bytes`.
 * @throws FormatError when the content is neither PNG nor NumPy, or damaged.
 */
export function decode(name: string, bytes: Uint8Array): StoredImage {
  // Four bytes tell the formats apart, so that a file cut off after them is called truncated.
  if (startsWith(bytes, SIGNATURE.slice(0, 4))) return decodePng(bytes);
  if (startsWith(bytes, NPY_MAGIC.slice(0, 4))) return decodeNpy(bytes);
  const { what, remedy } = sniff(bytes);
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const promise = maskExtensions.includes(extension) ? ` although its name ends in .${extension}` : "";
  throw new FormatError(`${what}${promise}; masks are read from PNG and NumPy (.npy) files`, remedy);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
