import type { PlainRecord, RecordShape, Shape } from "./shape.js";

/** Where a record is kept. */
interface Kept {
  readonly shape: RecordShape;
  readonly numbers: Float64Array;
  readonly texts: readonly string[];
  /** Where its own numbers and texts begin. */
  readonly number: number;
  readonly text: number;
}

/** What looks like a plain object that nobody can change, and is read from where its values are kept. */
export function packedRecord(kept: Kept): PlainRecord {
  return new Proxy(NOTHING, new Reader(kept));
}

/** The object behind them all has nothing of its own. */
const NOTHING: PlainRecord = {};

class Reader implements ProxyHandler<PlainRecord> {
  private readonly shape: RecordShape;
  private readonly numbers: Float64Array;
  private readonly texts: readonly string[];
  private readonly number: number;
  private readonly text: number;

  constructor({ shape, numbers, texts, number, text }: Kept) {
    this.shape = shape;
    this.numbers = numbers;
    this.texts = texts;
    this.number = number;
    this.text = text;
  }

  get(nothing: PlainRecord, key: PropertyKey): unknown {
    const part = this.shape.parts.get(key);
    if (part === undefined) return Reflect.get(nothing, key);
    return this.read(part.shape, this.number + part.number, this.text + part.text);
  }

  has(nothing: PlainRecord, key: PropertyKey): boolean {
    return this.shape.parts.has(key) || Reflect.has(nothing, key);
  }

  ownKeys(): readonly string[] {
    return this.shape.keys;
  }

  getOwnPropertyDescriptor(nothing: PlainRecord, key: PropertyKey): PropertyDescriptor | undefined {
    if (!this.shape.parts.has(key)) return undefined;
    return { value: this.get(nothing, key), enumerable: true, configurable: true };
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }

  private read(shape: Shape, number: number, text: number): unknown {
    const { numbers, texts } = this;
    switch (shape.kind) {
      case "number":
        return definedOf(numbers[number]);
      case "text":
        return texts[text];
      case "constant":
        return shape.value;
      case "numbers":
        return Array.from(numbers.subarray(number, number + shape.numbers), definedOf);
      case "list":
        return this.readList(shape.items, number, text);
      case "record":
        return packedRecord({ shape, numbers, texts, number, text });
    }
  }

  private readList(shapes: readonly Shape[], number: number, text: number): unknown[] {
    return shapes.map((shape) => {
      const item = this.read(shape, number, text);
      number += shape.numbers;
      text += shape.texts;
      return item;
    });
  }
}

const definedOf = (value: number): number | null => (Number.isNaN(value) ? null : value);
