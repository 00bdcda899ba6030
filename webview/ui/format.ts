const MINUS = "−";
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A count with thousands set apart. */
export function formatCount(value: number): string {
  // The sum turns −0 into 0.
  return whole.format(value + 0).replace("-", MINUS);
}

/** Four significant digits; whole numbers exactly; a dash for what is undefined. */
export function formatValue(value: number | null): string {
  if (value === null) return "—";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  if (Number.isInteger(value)) return formatCount(value);
  const size = Math.abs(value);
  const text = size < 1e-4 ? value.toExponential(3) : size >= 1e4 ? whole.format(value) : value.toPrecision(4);
  return text.replaceAll("-", MINUS);
}

/** For a column of values of a range: ratios line up at four decimals; null is a dash. */
export function formatIn([minimum, maximum]: readonly [number, number]): (value: number | null) => string {
  if (!Number.isFinite(minimum) || !Number.isFinite(maximum)) return formatValue;
  return (value) => (value === null ? "—" : value.toFixed(4).replace("-", MINUS));
}

/** A difference, whose sign is always seen. */
export function formatSigned(value: number | null): string {
  return value !== null && value > 0 ? `+${formatValue(value)}` : formatValue(value);
}

/** Seven digits, for numbers that are to be compared: conventions often differ in the last that four digits show. */
export function formatPrecise(value: number): string {
  return String(Number(value.toPrecision(7))).replaceAll("-", MINUS);
}

/** A part of a whole in percent: one decimal below 10, none above. */
export function formatPercent(part: number): string {
  const percent = part * 100;
  if (percent > 0 && percent < 0.1) return "<0.1 %";
  return `${percent < 10 && percent !== 0 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** A parameter as a person would type it: no trailing zeros, powers of ten as such. */
export function formatParameter(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-3 || size >= 1e6)) return Number(value.toPrecision(3)).toExponential();
  return String(Number(value.toPrecision(4)));
}

/** Zoom in percent. */
export function formatZoom(zoom: number): string {
  return `${Math.round(zoom * 100)} %`;
}

/** Divides a long name so that its end stays readable when the start is cut: the ellipsis lands in the middle. */
export function splitName(name: string, tail = 12): readonly [start: string, end: string] {
  const characters = [...name];
  if (characters.length <= tail * 2) return [name, ""];
  return [characters.slice(0, -tail).join(""), characters.slice(-tail).join("")];
}
