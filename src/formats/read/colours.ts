import type { LabelClass } from "../../core/labels/classes.js";
import type { StoredImage } from "../image.js";
import { grouped } from "./words.js";

/** A colour-coded image as class ids. */
export interface ColourReading {
  readonly ids: Uint16Array;
  /** Value of the pixels whose colour is no class's; no class has it. */
  readonly none: number;
  /** Colours that no class has, with their pixels, most first. */
  readonly unknown: ReadonlyArray<readonly [colour: string, pixels: number]>;
}

/** Whether the image can be read through colours: it has several channels, and classes with colours are given. */
export function isColourCoded(image: StoredImage, classes: readonly LabelClass[] | undefined): boolean {
  return image.channels > 1 && (classes ?? []).some(({ color }) => color !== undefined);
}

/** Reads every pixel through the colour of a class, exactly; alpha does not count. */
export function readColours({ samples, channels, bits }: StoredImage, classes: readonly LabelClass[]): ColourReading {
  // A 16-bit file holds the colours times 257.
  const scale = bits === 16 ? 257 : 1;
  const idOf = new Map<number, number>();
  for (const { id, color } of classes)
    if (color) idOf.set(key(color[0] * scale, color[1] * scale, color[2] * scale), id);
  const listed = new Set(classes.map(({ id }) => id));
  let none = 65535;
  while (listed.has(none)) none--;
  const counts = new Map<number, number>();
  const ids = new Uint16Array(samples.length / channels);
  for (let i = 0, at = 0; i < ids.length; i++, at += channels) {
    const colour = key(samples[at] as number, samples[at + 1] as number, samples[at + 2] as number);
    const id = idOf.get(colour);
    if (id === undefined) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    ids[i] = id ?? none;
  }
  const unknown = Array.from(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([colour, pixels]) => [name(colour), pixels] as const);
  return { ids, none, unknown };
}

function key(red: number, green: number, blue: number): number {
  return (red * 65536 + green) * 65536 + blue;
}

function name(colour: number): string {
  return `(${Math.floor(colour / 2 ** 32)}, ${Math.floor(colour / 65536) % 65536}, ${colour % 65536})`;
}

/** Unknown colours for a note: the commonest, with counts, and how many more. */
export function unknownColours(unknown: ColourReading["unknown"]): string {
  const shown = unknown.slice(0, 5).map(([colour, pixels]) => `${colour} ${grouped(pixels)}`);
  const more = unknown.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? `, ${grouped(more)} more colours` : ""}`;
}
