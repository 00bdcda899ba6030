/**
 * Rows of bytes as rows of whole words, zeros behind their ends: four bytes are then looked at together. Shares memory with
 * the bytes where these lie so already.
 *
 * @returns ceil(width / 4) words a row.
 */
export function rowsInWords(bytes: Uint8Array, width: number, height: number): Uint32Array {
  const words = (width + 3) >> 2;
  if (width === 4 * words && bytes.byteOffset % 4 === 0) {
    return new Uint32Array(bytes.buffer, bytes.byteOffset, words * height);
  }
  const padded = new Uint8Array(4 * words * height);
  for (let y = 0; y < height; y++) padded.set(bytes.subarray(y * width, (y + 1) * width), 4 * words * y);
  return new Uint32Array(padded.buffer);
}
