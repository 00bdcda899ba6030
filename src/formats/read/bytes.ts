/** Bytes looked at together: masks are flat, so that most sixteens are one value, and noise hardly ever is. */
const SIXTEEN = 16;

/** How often each byte occurs, by value. */
export function byteHistogram(bytes: Uint8Array): Uint32Array {
  // Four counters a value, used in turn: where samples repeat, each increment would wait for the one before.
  const lanes = new Uint32Array(4 * 256);
  const words = wholeSixteens(bytes);
  for (let i = 0; i < words.length; i += 4) {
    const a = words[i];
    if (a === words[i + 1] && a === words[i + 2] && a === words[i + 3] && (a ^ ((a << 8) | (a >>> 24))) === 0) {
      lanes[a & 255] += SIXTEEN;
      continue;
    }
    for (let at = 4 * i; at < 4 * i + SIXTEEN; at += 4) {
      lanes[bytes[at]]++;
      lanes[256 + bytes[at + 1]]++;
      lanes[512 + bytes[at + 2]]++;
      lanes[768 + bytes[at + 3]]++;
    }
  }
  for (let i = 4 * words.length; i < bytes.length; i++) lanes[bytes[i]]++;
  const histogram = lanes.slice(0, 256);
  for (let i = 256; i < lanes.length; i++) histogram[i & 255] += lanes[i];
  return histogram;
}

/** Every byte through a table of 256, into an array of its own. */
export function mapBytes(bytes: Uint8Array, table: Uint8Array): Uint8Array {
  const mapped = new Uint8Array(bytes.length);
  const words = wholeSixteens(bytes);
  const out = new Uint32Array(mapped.buffer, 0, words.length);
  for (let i = 0; i < words.length; i += 4) {
    const a = words[i];
    if (a === words[i + 1] && a === words[i + 2] && a === words[i + 3] && (a ^ ((a << 8) | (a >>> 24))) === 0) {
      const four = table[a & 255] * 0x01010101;
      out[i] = four;
      out[i + 1] = four;
      out[i + 2] = four;
      out[i + 3] = four;
      continue;
    }
    for (let at = 4 * i; at < 4 * i + SIXTEEN; at++) mapped[at] = table[bytes[at]];
  }
  for (let i = 4 * words.length; i < bytes.length; i++) mapped[i] = table[bytes[i]];
  return mapped;
}

/** The bytes as words, but for the last few; none where they do not begin at a word. */
function wholeSixteens({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, 4 * Math.floor(length / SIXTEEN))
    : new Uint32Array(0);
}
