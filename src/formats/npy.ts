import type { Samples } from "../core/raster.js";
import { FormatError, type StoredImage } from "./image.js";

export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

interface ElementType {
  readonly name: string;
  readonly bytes: 1 | 2 | 4 | 8;
  /** Views an aligned buffer of its own. */
  readonly view: (buffer: ArrayBuffer) => Samples;
}

const TYPES: Readonly<Record<string, ElementType>> = {
  b1: { name: "bool", bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  u1: { name: "uint8", bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  u2: { name: "uint16", bytes: 2, view: (buffer) => new Uint16Array(buffer) },
  f4: { name: "float32", bytes: 4, view: (buffer) => new Float32Array(buffer) },
  f8: { name: "float64", bytes: 8, view: (buffer) => new Float64Array(buffer) },
};

const READABLE = "bool, uint8, uint16, float32 and float64";

/**
 * Decodes a NumPy array file (format 1 to 3) of H x W values; axes of length 1 before or after are dropped.
 * Little-endian, C or Fortran order. Values are kept.
 * Source: numpy.lib.format.
 * @throws FormatError for other shapes and types, and when the file is truncated or damaged.
 */
export function decodeNpy(bytes: Uint8Array): StoredImage {
  const { text, dataAt } = readHeader(bytes);
  const type = elementType(text);
  const { width, height } = shapeOf(text);
  const length = width * height * type.bytes;
  const held = bytes.length - dataAt;
  if (held < length) {
    throw new FormatError(
      `truncated NumPy file: ${height} x ${width} ${type.name} need ${length} bytes, the file holds ${held}`,
      "Copy or write the file again.",
    );
  }
  if (held > length) {
    throw new FormatError(
      `${held - length} bytes follow the array of ${height} x ${width} ${type.name}`,
      "Save one array a file.",
    );
  }
  const buffer = new ArrayBuffer(length);
  new Uint8Array(buffer).set(bytes.subarray(dataAt));
  const stored = type.view(buffer);
  const samples = /'fortran_order':\s*True/.test(text) ? transpose(stored, width, height) : stored;
  return { width, height, channels: 1, bits: 8 * type.bytes, samples, layout: `NPY, ${type.name}` };
}

function readHeader(bytes: Uint8Array): { text: string; dataAt: number } {
  const truncated = () =>
    new FormatError("truncated NumPy file: the header is cut off", "Copy or write the file again.");
  if (!NPY_MAGIC.every((byte, i) => bytes[i] === byte)) {
    if (NPY_MAGIC.slice(0, bytes.length).every((byte, i) => bytes[i] === byte)) throw truncated();
    throw new FormatError("not a NumPy file: the first bytes are wrong", "Write the array with numpy.save.");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) throw truncated();
  const version = view.getUint8(6);
  if (version < 1 || version > 3) {
    throw new FormatError(`NumPy file format ${version} is unknown`, "Write the array with numpy.save.");
  }
  const textAt = version === 1 ? 10 : 12;
  const dataAt = textAt + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (dataAt > bytes.length) throw truncated();
  return { text: new TextDecoder().decode(bytes.subarray(textAt, dataAt)), dataAt };
}

function elementType(header: string): ElementType {
  const [, order, code] = /'descr':\s*'([<>|=]?)([^']*)'/.exec(header) ?? [];
  if (code === undefined) {
    throw new FormatError("a NumPy array of records", `Save a plain array: ${READABLE} can be read.`);
  }
  const type = TYPES[code];
  if (type === undefined) {
    const remedy = code === "f2" ? "Save a.astype(numpy.float32)." : "Save a.astype(numpy.uint8), or uint16.";
    throw new FormatError(`NumPy type ${code} (${typeName(code)}) is not read; ${READABLE} are`, remedy);
  }
  if (order === ">") {
    throw new FormatError(`big-endian ${type.name} NumPy array`, `Save a.astype(numpy.${type.name}).`);
  }
  return type;
}

function typeName(code: string): string {
  const kinds: Readonly<Record<string, string>> = { i: "int", u: "uint", f: "float", c: "complex" };
  const kind = kinds[code.charAt(0)];
  return kind === undefined ? "not a number" : `${kind}${8 * Number(code.slice(1))}`;
}

function shapeOf(header: string): { width: number; height: number } {
  const list = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
  if (list === undefined) {
    throw new FormatError("damaged NumPy file: no shape in the header", "Write the array with numpy.save.");
  }
  const shape = list.split(",").flatMap((part) => (part.trim() === "" ? [] : [Number.parseInt(part, 10)]));
  const axes = [...shape];
  while (axes.length > 2 && axes[0] === 1) axes.shift();
  while (axes.length > 2 && axes[axes.length - 1] === 1) axes.pop();
  const [height, width] = axes;
  const shown = shape.length === 1 ? `${shape[0]}` : shape.join(" x ");
  if (height === undefined || width === undefined || axes.length !== 2) {
    throw new FormatError(
      `a NumPy array of shape (${shown}); only H x W arrays are read`,
      "Save one H x W array a mask, for example a[1] for the foreground of C x H x W.",
    );
  }
  if (!(height > 0 && width > 0)) {
    throw new FormatError(
      `zero size: a NumPy array of shape (${shown})`,
      "Write the mask again with at least one pixel.",
    );
  }
  return { width, height };
}

/** Column-major to row-major. */
function transpose(stored: Samples, width: number, height: number): Samples {
  const out = stored.slice();
  for (let x = 0, from = 0; x < width; x++) {
    for (let y = 0; y < height; y++) out[y * width + x] = stored[from++] as number;
  }
  return out;
}
