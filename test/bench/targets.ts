/** What a figure or ratio is to be, by its title, in its unit. */
type Target = { readonly most: number } | { readonly least: number };

const targets: Readonly<Record<string, Target>> = {
  "pixel / floor": { most: 4 },
  "pixel / OpenCV": { most: 0.45 },
  "with boundary IoU and HD95 / OpenCV": { most: 0.4 },
  "whole boundary family / OpenCV": { most: 0.4 },
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
};

/** What was aimed at, and whether the value reaches it: "≤ 0.45: missed". Empty where nothing was. */
export function verdict(title: string, value: number): string {
  const target = targets[title];
  if (!target) return "";
  const [sign, limit, isMet] =
    "most" in target ? ["≤", target.most, value <= target.most] : ["≥", target.least, value >= target.least];
  return `${sign} ${limit.toLocaleString("en-US")}: ${isMet ? "met" : "**missed**"}`;
}
