/**
 * What values have in common that are alike: everything but their numbers, and the texts that differ. Rows of a run have
 * one shape, or a few. A null is a number that is not there, as a score that is undefined.
 */
export type Shape = Leaf | ListShape | RecordShape;

/** How many numbers and texts a value of a shape has. */
interface Size {
  readonly numbers: number;
  readonly texts: number;
}

type Leaf = Size &
  (
    | { readonly kind: "number" | "text" }
    /** A list of nothing but numbers. */
    | { readonly kind: "numbers" }
    | { readonly kind: "constant"; readonly value: unknown }
  );

export interface ListShape extends Size {
  readonly kind: "list";
  readonly items: readonly Shape[];
}

export interface RecordShape extends Size {
  readonly kind: "record";
  readonly keys: readonly string[];
  readonly parts: ReadonlyMap<PropertyKey, Part>;
}

/** The shape of a property, and where its numbers and texts begin among those of the record. */
export interface Part {
  readonly shape: Shape;
  readonly number: number;
  readonly text: number;
}

export type PlainRecord = Readonly<Record<string, unknown>>;

const NUMBER: Shape = { kind: "number", numbers: 1, texts: 0 };
const TEXT: Shape = { kind: "text", numbers: 0, texts: 1 };

/** @param like a shape of something alike: what is the same in both is shared, and where their texts differ is one. */
export function shapeOf(value: unknown, like?: Shape): Shape {
  if (isNumber(value)) return NUMBER;
  if (Array.isArray(value)) return shapeOfList(value, like);
  if (isRecord(value)) return shapeOfRecord(value, like?.kind === "record" ? like : undefined);
  if (like?.kind === "constant" && like.value === value) return like;
  const isVaried = typeof value === "string" && (like?.kind === "text" || like?.kind === "constant");
  return isVaried ? TEXT : { kind: "constant", value, numbers: 0, texts: 0 };
}

function shapeOfList(values: readonly unknown[], like: Shape | undefined): Shape {
  const { length } = values;
  if (length > 0 && values.every(isNumber)) {
    return like?.kind === "numbers" && like.numbers === length ? like : { kind: "numbers", numbers: length, texts: 0 };
  }
  const known = like?.kind === "list" ? like : undefined;
  const items = values.map((value, i) => shapeOf(value, known?.items[i]));
  if (known?.items.length === length && items.every((item, i) => item === known.items[i])) return known;
  return { kind: "list", items, ...sizeOf(items) };
}

export function shapeOfRecord(record: PlainRecord, like?: RecordShape): RecordShape {
  const keys = Object.keys(record);
  const shapes = keys.map((key) => shapeOf(record[key], like?.parts.get(key)?.shape));
  const isSame = (key: string, i: number) => like?.keys[i] === key && like.parts.get(key)?.shape === shapes[i];
  if (like?.keys.length === keys.length && keys.every(isSame)) return like;
  const parts = new Map<PropertyKey, Part>();
  let [number, text] = [0, 0];
  for (const [i, shape] of shapes.entries()) {
    parts.set(keys[i], { shape, number, text });
    number += shape.numbers;
    text += shape.texts;
  }
  return { kind: "record", keys, parts, numbers: number, texts: text };
}

function sizeOf(shapes: readonly Shape[]): Size {
  return {
    numbers: shapes.reduce((sum, { numbers }) => sum + numbers, 0),
    texts: shapes.reduce((sum, { texts }) => sum + texts, 0),
  };
}

export function isNumber(value: unknown): value is number | null {
  return typeof value === "number" || value === null;
}

/** A plain object: of any other only the identity counts. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
