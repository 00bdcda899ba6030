import { PALETTE, type PngFile, SIGNATURE } from "./chunks.js";

/**
 * A PNG file for pngjs with nothing but the image: without tRNS and gAMA, which make pngjs change samples, and with a
 * palette that maps every index to itself as gray, because pngjs replaces indices by colours. Checksums are left 0.
 */
export function plainPng({ header, data }: PngFile): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(header.width, 0);
  ihdr.writeUInt32BE(header.height, 4);
  ihdr.set([header.bits, header.colour, 0, 0, header.interlaced ? 1 : 0], 8);
  const ramp = Uint8Array.from({ length: 768 }, (_, i) => Math.floor(i / 3));
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", ihdr),
    ...(header.colour === PALETTE ? [chunk("PLTE", ramp)] : []),
    chunk("IDAT", data),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(body, 8);
  return bytes;
}
