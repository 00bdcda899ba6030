import { packedRecord } from "./packedRecord.js";
import { isNumber, isRecord, type PlainRecord, type RecordShape, type Shape, shapeOfRecord } from "./shape.js";

/** Numbers in a page: memory is taken a page at a time, and what is there is never moved. */
const PAGE = 1 << 14;
/** Shapes that a record is tried on before it has one of its own. */
const MOST_SHAPES = 16;

/** Keeps many records that are alike in little memory: a number takes eight bytes, and what they share is kept once. */
export class Packer {
  /** The last that was used comes first. */
  private shapes: readonly RecordShape[] = [];
  private numbers = new Float64Array(0);
  /** How many of them are taken. */
  private used = 0;
  private readonly texts: string[] = [];

  /**
   * @param record plain: of records, lists, numbers, nulls and texts, and of what is only compared by its identity.
   * @returns the same, read from where it is kept; NaN as null.
   */
  pack<Value extends PlainRecord>(record: Value): Value {
    const { length } = this.texts;
    const shape = this.shapes.find((known) => this.takes(known, record)) ?? this.startShape(record);
    if (this.shapes[0] !== shape) {
      this.shapes = [shape, ...this.shapes.filter((other) => other !== shape)].slice(0, MOST_SHAPES);
    }
    const { numbers, texts, used } = this;
    // Its keys and values are those of the record.
    return packedRecord({ shape, numbers, texts, number: used - shape.numbers, text: length }) as Value;
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
