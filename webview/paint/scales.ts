import type { ColourMap } from "../stage/palettes.js";

/**
 * Scales of 256 steps. By the square root: losses have long tails, and a linear scale shows the worst pixel and nothing
 * else.
 */

const rootOf = (largest: number) => {
  const scale = largest > 0 ? 1 / largest : 0;
  return (value: number) => Math.sqrt(Math.min(1, Math.abs(value) * scale));
};

/** Where the magnitude of a value stands between 0 and the largest. */
export function magnitudeScale(largest: number): (value: number) => number {
  const root = rootOf(largest);
  return (value) => Math.round(255 * root(value));
}

const MIDDLE = 127.5;

/** Where a signed value stands around the middle of a diverging map, alike on both sides. */
export function signedScale(largest: number): (value: number) => number {
  const root = rootOf(largest);
  return (value) => Math.round(MIDDLE + Math.sign(value) * MIDDLE * root(value));
}

/** The steps of a signed scale in the order of their magnitude, so that a maximum of several is the one farthest from 0. */
export const byMagnitude = (step: number): number => (step > MIDDLE ? 2 * step - 256 : 255 - 2 * step);

/** The colours of a diverging map in that order. */
export function mapByMagnitude(map: ColourMap): ColourMap {
  const ordered = new Uint32Array(map.length);
  for (const [step, colour] of map.entries()) ordered[byMagnitude(step)] = colour;
  return ordered;
}
