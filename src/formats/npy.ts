import type { Samples } from "../core/raster.js";
import { FormatError, type StoredImage } from "./image.js";

export const NPY_MAGIC: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

interface ElementType {
  readonly name: string;
  readonly bytes: 1 | 2 | 4 | 8;
  /** Views an aligned buffer of its own; wide integers are brought to 16 bits. */
  readonly view: (buffer: ArrayBuffer) => Samples;
}

const LARGEST_ID = 65535;

const TYPES: Readonly<Record<string, ElementType>> = {
  b1: { name: "bool", bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  u1: { name: "uint8", bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  u2: { name: "uint16", bytes: 2, view: (buffer) => new Uint16Array(buffer) },
  i4: { name: "int32", bytes: 4, view: (buffer) => idsOf(new Int32Array(buffer)) },
  u4: { name: "uint32", bytes: 4, view: (buffer) => idsOf(new Uint32Array(buffer)) },
  i8: { name: "int64", bytes: 8, view: (buffer) => idsOf(new BigInt64Array(buffer)) },
  u8: { name: "uint64", bytes: 8, view: (buffer) => idsOf(new BigUint64Array(buffer)) },
  f4: { name: "float32", bytes: 4, view: (buffer) => new Float32Array(buffer) },
  f8: { name: "float64", bytes: 8, view: (buffer) => new Float64Array(buffer) },
};

const READABLE = "bool, uint8, uint16, uint32, int32, int64, float32 and float64";

/**
 * Decodes a NumPy array file (format 1 to 3) of H x W or C x H x W values; axes of length 1 before or after are dropped.
 * Little-endian, C or Fortran order. Values are kept.
 * Source: numpy.lib.format.
 * @throws FormatError for other shapes and types, for wide integers that are no 16-bit ids, and when the file is
 * truncated or damaged.
 */
export function decodeNpy(bytes: Uint8Array): StoredImage {
  const { text, dataAt } = readHeader(bytes);
  const type = elementType(text);
  const { width, height, planes } = shapeOf(text);
  const length = (planes ?? 1) * width * height * type.bytes;
  const shape = `${planes === undefined ? "" : `${planes} x `}${height} x ${width}`;
  const held = bytes.length - dataAt;
  if (held < length) {
    throw new FormatError(
      `truncated NumPy file: ${shape} ${type.name} need ${length} bytes, the file holds ${held}`,
      "Copy or write the file again.",
    );
  }
  if (held > length) {
    throw new FormatError(`${held - length} bytes follow the array of ${shape} ${type.name}`, "Save one array a file.");
  }
  const buffer = new ArrayBuffer(length);
  new Uint8Array(buffer).set(bytes.subarray(dataAt));
  const stored = type.view(buffer);
  const samples = /'fortran_order':\s*True/.test(text) ? transpose(stored, planes ?? 1, width, height) : stored;
  const image = { width, height, channels: 1, bits: 8 * type.bytes, samples, layout: `NPY, ${type.name}` } as const;
  return planes === undefined ? image : { ...image, planes };
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

/** @throws FormatError for values that are no 16-bit ids. */
function idsOf(values: Int32Array | Uint32Array | BigInt64Array | BigUint64Array): Uint16Array {
  const ids = new Uint16Array(values.length);
  for (let i = 0; i < ids.length; i++) {
    const value = Number(values[i]);
    if (value < 0 || value > LARGEST_ID) {
      throw new FormatError(
        `a NumPy array of integers with the value ${value}; ids from 0 to ${LARGEST_ID} are read`,
        value < 0
          ? "Save the pixels to leave out as 255, and a.astype(numpy.uint8)."
          : "Number the ids afresh, for example with numpy.unique(a, return_inverse=True).",
      );
    }
    ids[i] = value;
  }
  return ids;
}

function typeName(code: string): string {
  const kinds: Readonly<Record<string, string>> = { i: "int", u: "uint", f: "float", c: "complex" };
  const kind = kinds[code.charAt(0)];
  return kind === undefined ? "not a number" : `${kind}${8 * Number(code.slice(1))}`;
}

function shapeOf(header: string): { width: number; height: number; planes?: number } {
  const list = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
  if (list === undefined) {
    throw new FormatError("damaged NumPy file: no shape in the header", "Write the array with numpy.save.");
  }
  const shape = list.split(",").flatMap((part) => (part.trim() === "" ? [] : [Number.parseInt(part, 10)]));
  const axes = [...shape];
  while (axes.length > 2 && axes[0] === 1) axes.shift();
  while (axes.length > 2 && axes[axes.length - 1] === 1) axes.pop();
  const shown = shape.length === 1 ? `${shape[0]}` : shape.join(" x ");
  const [width, height, planes] = axes.slice(-3).reverse();
  if (height === undefined || width === undefined || axes.length > 3) {
    throw new FormatError(
      `a NumPy array of shape (${shown}); only H x W and C x H x W arrays are read`,
      "Save one H x W array a mask, or one C x H x W array of class probabilities.",
    );
  }
  if (!axes.every((length) => length > 0)) {
    throw new FormatError(
      `zero size: a NumPy array of shape (${shown})`,
      "Write the mask again with at least one pixel.",
    );
  }
  return planes === undefined ? { width, height } : { width, height, planes };
}

/** Column-major to row-major. */
function transpose(stored: Samples, planes: number, width: number, height: number): Samples {
  const out = stored.slice();
  for (let x = 0, from = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      for (let plane = 0; plane < planes; plane++) out[(plane * height + y) * width + x] = stored[from++] as number;
    }
  }
  return out;
}
