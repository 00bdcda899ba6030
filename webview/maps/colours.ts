import type { LabelClass } from "../../src/core/labels/classes.js";
import { CLEAR, packRgb, type Rgb } from "../stage/palettes.js";

/** Tableau 10 (Stone 2014), told apart by most eyes; from there on hues by the golden angle. */
const first: readonly Rgb[] = [
  [78, 121, 167],
  [242, 142, 43],
  [225, 87, 89],
  [118, 183, 178],
  [89, 161, 79],
  [237, 201, 72],
  [176, 122, 161],
  [255, 157, 167],
  [156, 117, 95],
];

/** The customary background among class ids. */
const backgroundColour: Rgb = [96, 96, 96];

const GOLDEN_ANGLE = 137.508;

/** The same for a number wherever it occurs, and unlike its neighbours. */
export function categorical(index: number): Rgb {
  const own = first[index];
  if (own) return own;
  return fromHue((index * GOLDEN_ANGLE) % 360, index % 2 === 0 ? 0.5 : 0.62);
}

/** The colour of a class: its own where the list of classes has one. */
export function classColour({ id, color }: LabelClass): Rgb {
  return color ?? (id === 0 ? backgroundColour : categorical(id - 1));
}

/** Packed colours by place; the place after the last class is clear, and so is every class but the one looked at. */
export function classColours(classes: readonly LabelClass[], only: number | null): Uint32Array {
  const colours = Uint32Array.from(classes, (own, i) =>
    only === null || only === i ? packRgb(classColour(own)) : CLEAR,
  );
  return Uint32Array.of(...colours, CLEAR);
}

/** Packed colours by the number of an object; the background is clear. @param ids in the file, by number less one. */
export function objectColours(ids: Uint32Array): Uint32Array {
  const colours = new Uint32Array(ids.length + 1);
  for (let i = 0; i < ids.length; i++) colours[i + 1] = packRgb(categorical(ids[i] - 1));
  return colours;
}

/** A colour of a hue in degrees, saturation 0.65. */
function fromHue(hue: number, lightness: number): Rgb {
  const chroma = (1 - Math.abs(2 * lightness - 1)) * 0.65;
  const channel = (shift: number) => {
    const at = (hue / 30 + shift) % 12;
    return Math.round(255 * (lightness - (chroma / 2) * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
