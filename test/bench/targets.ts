/** What a figure or ratio is to be, by its title, in its unit. */
type Target = { readonly most: number } | { readonly least: number };

const targets: Readonly<Record<string, Target>> = {
  "pixel / floor": { most: 4 },
  "pixel / OpenCV": { most: 0.45 },
  "like for like: pixel scores, boundary IoU and HD95 / OpenCV with the same": { most: 0.4 },
  "pixel scores and the whole boundary family / OpenCV with boundary IoU and HD95 only": { most: 0.4 },
  "peak memory, pixel scores": { most: 250 },
  "peak memory, all scores": { most: 250 },
  "peak memory, 10,000 pairs of 101 x 101": { most: 250 },
  "memory, 10,000 small / 200 large": { most: 1.1 },
  "the same, pairs a second": { least: 2500 },
  "time a pixel, 16,384² / 1024²": { most: 1.5 },
  "5,000 pairs, alpha of the focal loss": { most: 100 },
  "5,000 pairs, gamma of the focal loss": { most: 100 },
  "5,000 pairs, smooth of the Dice loss": { most: 100 },
  "5,000 pairs, epsilon of the weighted BCE": { most: 100 },
  "5,000 pairs, epsilon of the Lovász hinge": { most: 100 },
  "5,000 pairs, threshold of the IoU": { most: 100 },
  "the next pair is painted after its key": { most: 150 },
  "a pair that nobody expected": { most: 150 },
};

/** Titles that say more than what was measured: on which stage, in which host, of how many scores. */
const targetsByPattern: ReadonlyArray<readonly [RegExp, Target]> = [
  [/^activation in /, { most: 30 }],
  [/^4096 x 4096\b.* on .*, a frame after a change of /, { most: 16 }],
  [/^\d+ x \d+\b.* on .*, the slowest of \d+ after a change of /, { most: 16.7 }],
  [/^\d+ x \d+\b.* on .*, frames dropped in a /, { most: 0 }],
  [/^the open pair, /, { most: 4 }],
  [/, click to sorted$/, { most: 150 }],
];

/** What was aimed at, and whether the value reaches it: "≤ 0.45: missed". Empty where nothing was. */
export function verdict(title: string, value: number): string {
  const target = targets[title] ?? targetsByPattern.find(([pattern]) => pattern.test(title))?.[1];
  if (!target) return "";
  const [sign, limit, isMet] =
    "most" in target ? ["≤", target.most, value <= target.most] : ["≥", target.least, value >= target.least];
  return `${sign} ${limit.toLocaleString("en-US")}: ${isMet ? "met" : "**missed**"}`;
}
