/** 1234567 as "1,234,567". */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 pixel has", "1,234 pixels have". */
export function pixelsHave(count: number): string {
  return count === 1 ? "1 pixel has" : `${grouped(count)} pixels have`;
}

/** The first values and how many more: "0, 1, 2, 3, 4, 5, 6, 7 … 200". */
export function listed(values: readonly number[]): string {
  if (values.length <= 9) return values.join(", ");
  return `${values.slice(0, 8).join(", ")} … ${values[values.length - 1]}`;
}

/** A value for a message, at most six significant digits. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}
