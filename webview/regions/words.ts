const MINUS = "−";

/** A gain with its sign, to four decimals; a dash for what is undefined. */
export function formatGain(gain: number): string {
  if (Number.isNaN(gain)) return "—";
  const size = Math.abs(gain);
  const figures = size >= 5e-5 || size === 0 ? size.toFixed(4) : size.toExponential(0).replace("-", MINUS);
  return gain < 0 ? MINUS + figures : `+${figures}`;
}
