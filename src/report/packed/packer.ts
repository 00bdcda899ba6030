import type { Kept } from "./packedList.js";
import { packedRecord } from "./packedRecord.js";
import { isNumber, isRecord, type PlainRecord, type RecordShape, type Shape, shapeOfRecord } from "./shape.js";

/** Numbers in a page: memory is taken a page at a time, and what is there is never moved. */
const PAGE = 1 << 14;
/** Shapes that a record is tried on before it has one of its own. */
const MOST_SHAPES = 16;

/** Records of a shape that lie one after the other. */
interface Run {
  readonly shape: RecordShape;
  readonly numbers: Float64Array;
  /** Where the first of them begins. */
  readonly number: number;
  readonly text: number;
  /** How many records came before. */
  readonly first: number;
  count: number;
}

/** Keeps many records that are alike in little memory: a number takes eight bytes, and what they share is kept once. */
export class Packer<Value extends PlainRecord> implements Kept<Value> {
  private readonly runs: Run[] = [];
  /** The last that was used comes first. */
  private shapes: readonly RecordShape[] = [];
  private numbers = new Float64Array(0);
  /** How many of them are taken. */
  private used = 0;
  private readonly texts: string[] = [];

  get length(): number {
    const last = this.runs.at(-1);
    return last ? last.first + last.count : 0;
  }

  /** @param record plain: of records, lists, numbers, nulls and texts, and of what is only compared by its identity. */
  pack(record: Value): void {
    const text = this.texts.length;
    const shape = this.shapes.find((known) => this.takes(known, record)) ?? this.startShape(record);
    if (this.shapes[0] !== shape) {
      this.shapes = [shape, ...this.shapes.filter((other) => other !== shape)].slice(0, MOST_SHAPES);
    }
    const { numbers } = this;
    const last = this.runs.at(-1);
    if (last?.shape === shape && last.numbers === numbers) last.count++;
    else this.runs.push({ shape, numbers, number: this.used - shape.numbers, text, first: this.length, count: 1 });
  }

  /** @returns the same as was packed, read from where it is kept; NaN as null. */
  at(index: number): Value | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    let [low, high] = [0, this.runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runs[middle].first <= index) low = middle;
      else high = middle - 1;
    }
    return this.read(this.runs[low], index - this.runs[low].first);
  }

  *[Symbol.iterator](): Generator<Value> {
    for (const run of this.runs) for (let i = 0; i < run.count; i++) yield this.read(run, i);
  }

  private read({ shape, numbers, number, text }: Run, i: number): Value {
    const place = { number: number + i * shape.numbers, text: text + i * shape.texts };
    // Its keys and values are those of the record.
    return packedRecord({ shape, numbers, texts: this.texts, ...place }) as Value;
  }

  private startShape(record: PlainRecord): RecordShape {
    const shape = shapeOfRecord(record, this.shapes[0]);
    this.takes(shape, record);
    return shape;
  }

  /** Adds a record to the others. @returns false, and adds nothing, where it is not of the shape. */
  private takes(shape: RecordShape, record: PlainRecord): boolean {
    if (this.used + shape.numbers > this.numbers.length) {
      this.numbers = new Float64Array(Math.max(PAGE, shape.numbers));
      this.used = 0;
    }
    const { used } = this;
    const { length } = this.texts;
    if (this.add(shape, record)) return true;
    this.used = used;
    this.texts.length = length;
    return false;
  }

  private add(shape: Shape, value: unknown): boolean {
    switch (shape.kind) {
      case "number":
        return this.addNumber(value);
      case "text":
        return typeof value === "string" && this.texts.push(value) > 0;
      case "constant":
        return value === shape.value;
      case "numbers":
        return Array.isArray(value) && value.length === shape.numbers && value.every(this.addNumber, this);
      case "list":
        return (
          Array.isArray(value) &&
          value.length === shape.items.length &&
          shape.items.every((item, i) => this.add(item, value[i]))
        );
      case "record":
        return isRecord(value) && this.addRecord(shape, value);
    }
  }

  private addNumber(value: unknown): boolean {
    if (!isNumber(value)) return false;
    this.numbers[this.used++] = value ?? Number.NaN;
    return true;
  }

  private addRecord({ keys, parts }: RecordShape, record: PlainRecord): boolean {
    let place = 0;
    for (const key in record) {
      const part = keys[place++] === key ? parts.get(key) : undefined;
      if (part === undefined || !this.add(part.shape, record[key])) return false;
    }
    return place === keys.length;
  }
}
