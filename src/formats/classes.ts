import type { LabelClass } from "../core/labels/classes.js";
import { FormatError } from "./image.js";

const EXAMPLE = 'Write a JSON array such as [{ "id": 0, "name": "background", "color": [0, 0, 0] }].';

/**
 * Reads the text of a class list: a JSON array of `{ "id", "name"?, "color"?: [r, g, b] }`.
 * @throws FormatError that says which entry is wrong, and how.
 */
export function parseClasses(text: string): readonly LabelClass[] {
  return classesOf(parse(text));
}

/**
 * Reads a class list that is parsed already, such as one that stands in the settings.
 * @throws FormatError that says which entry is wrong, and how.
 */
export function classesOf(list: unknown): readonly LabelClass[] {
  if (!Array.isArray(list)) throw new FormatError("the class list is not a JSON array", EXAMPLE);
  if (list.length === 0) throw new FormatError("the class list is empty", EXAMPLE);
  const classes = list.map(classOf);
  refuseTwins(classes, "id", ({ id }) => String(id));
  refuseTwins(classes, "name", ({ name }) => name);
  refuseTwins(classes, "color", ({ color }) => color?.join(", "));
  return classes;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new FormatError(
      `the class list is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      EXAMPLE,
    );
  }
}

function classOf(entry: unknown, index: number): LabelClass {
  const where = `entry ${index + 1} of the class list`;
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw new FormatError(`${where} is not an object`, EXAMPLE);
  }
  const { id, name, color }: Partial<Record<"id" | "name" | "color", unknown>> = entry;
  if (typeof id !== "number" || !isWithin(id, 65535)) {
    throw new FormatError(`${where} has the id ${JSON.stringify(id)}`, "An id is a whole number from 0 to 65535.");
  }
  if (name !== undefined && (typeof name !== "string" || name === "")) {
    throw new FormatError(
      `${where} has the name ${JSON.stringify(name)}`,
      "A name is text; leave it out to have none.",
    );
  }
  return { id, ...(name !== undefined && { name }), ...(color != null && { color: colorOf(color, where) }) };
}

function colorOf(color: unknown, where: string): readonly [number, number, number] {
  const [red, green, blue]: unknown[] = Array.isArray(color) && color.length === 3 ? color : [];
  if (!isByte(red) || !isByte(green) || !isByte(blue)) {
    throw new FormatError(
      `${where} has the color ${JSON.stringify(color)}`,
      "A color is [red, green, blue], each a whole number from 0 to 255.",
    );
  }
  return [red, green, blue];
}

const isWithin = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
const isByte = (value: unknown): value is number => typeof value === "number" && isWithin(value, 255);

function refuseTwins(classes: readonly LabelClass[], what: string, of: (entry: LabelClass) => string | undefined) {
  const first = new Map<string, number>();
  for (const [index, entry] of classes.entries()) {
    const value = of(entry);
    if (value === undefined) continue;
    const before = first.get(value);
    if (before !== undefined) {
      throw new FormatError(
        `entries ${before + 1} and ${index + 1} of the class list have the same ${what}, ${value}`,
        "Keep one of them.",
      );
    }
    first.set(value, index);
  }
}
