/** How much worse a ratio may be before it counts: measurements on shared machines scatter. */
const TOLERANCE = 1.2;

/** A line for each ratio that is more than 20 % above the baseline; ratios that either side lacks are passed over. */
export function worseRatios(
  ratios: Readonly<Record<string, number>>,
  baseline: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(ratios)
    .filter(([title, ratio]) => ratio > TOLERANCE * (baseline[title] ?? Number.POSITIVE_INFINITY))
    .map(([title, ratio]) => `WORSE ${title}: ${ratio.toFixed(2)}, the baseline is ${baseline[title].toFixed(2)}`);
}
