/** A score or probability as sentences have it: three decimals at most. */
export const figure = (value: number): string => String(Number(value.toFixed(3))).replace("-", "−");

/** A count with thousands set apart. */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** A part of a whole. */
export const percent = (part: number): string => `${Number((100 * part).toFixed(part < 0.1 ? 1 : 0))} %`;

/** "1 pixel", "2 pixels". */
export const pixels = (n: number): string => (n === 1 ? "1 pixel" : `${count(n)} pixels`);
