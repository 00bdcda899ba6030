import { crc32, deflateSync } from "node:zlib";
import { SIGNATURE } from "../../src/formats/png/chunks.js";

/**
 * A gray PNG of tiles x tiles copies of a square image, every other one flipped so that edges meet. Written here because
 * an encoder that expands to RGBA would need gigabytes.
 */
export function mosaicPng(samples: Uint8Array, edge: number, tiles: number): Uint8Array {
  const size = edge * tiles;
  const filtered = new Uint8Array((size + 1) * size);
  let above = new Uint8Array(size);
  for (let y = 0; y < size; y++) {
    const row = mosaicRow(samples, edge, tiles, y);
    paethInto(filtered, y * (size + 1), row, above);
    above = row;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  const data = deflateSync(filtered, { level: 3 });
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.of()),
  ]);
}

const mirrored = (at: number, edge: number) => (Math.floor(at / edge) % 2 === 0 ? at % edge : edge - 1 - (at % edge));

function mosaicRow(samples: Uint8Array, edge: number, tiles: number, y: number): Uint8Array<ArrayBuffer> {
  const from = mirrored(y, edge) * edge;
  const row = new Uint8Array(edge * tiles);
  for (let x = 0; x < row.length; x++) row[x] = samples[from + mirrored(x, edge)];
  return row;
}

function paethInto(filtered: Uint8Array, at: number, row: Uint8Array, above: Uint8Array): void {
  filtered[at] = 4;
  for (let x = 0; x < row.length; x++) {
    const [left, up, corner] = x > 0 ? [row[x - 1], above[x], above[x - 1]] : [0, above[0], 0];
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    filtered[at + 1 + x] = row[x] - (a <= b && a <= c ? left : b <= c ? up : corner);
  }
}

function chunk(type: string, body: Uint8Array): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type, "latin1"), body, Buffer.alloc(4)]);
  bytes.writeUInt32BE(body.length, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}
