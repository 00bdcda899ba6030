import { type Rgb, regionColours } from "../../src/core/maps/regions.js";

export {
  ignoredColour,
  type Region,
  type Rgb,
  regionColours,
  regions,
  regionTitles,
} from "../../src/core/maps/regions.js";

/** Colours of data. They carry meaning, so they are fixed; everything else on the page follows the theme. */

/** A colour as `ImageData` stores it, read as one little-endian 32-bit number. */
export function pack(red: number, green: number, blue: number, alpha = 255): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

export const CLEAR = 0;

/** Objects in several pieces, and several in one: reddish purple and yellow of Okabe and Ito 2008. */
export const splitColour: Rgb = [190, 90, 150];
export const mergedColour: Rgb = [214, 190, 40];

/** What two predictions make of a pixel. */
export type AgreementId = "bothRight" | "onlyA" | "onlyB" | "bothWrong";

/**
 * None of the colours of errors, which have another meaning. At least 18 apart (CIE 1976) for eyes without red, green or
 * blue cones (Machado et al. 2009), and 3 : 1 against dark and light backgrounds.
 */
export const agreementColours: Readonly<Record<AgreementId, Rgb>> = {
  bothRight: [140, 140, 140],
  onlyA: [170, 140, 0],
  onlyB: [140, 100, 240],
  bothWrong: [215, 45, 75],
};

export function packRgb([red, green, blue]: Rgb, alpha = 255): number {
  return pack(red, green, blue, alpha);
}

export function cssRgb([red, green, blue]: Rgb): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** 256 packed colours, low to high. */
export type ColourMap = Uint32Array;

/** Interpolates control points, given as hexadecimal colours at equal steps. */
export function colourMap(...points: readonly string[]): ColourMap {
  const colours = points.map((hex): Rgb => {
    const value = Number.parseInt(hex, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  });
  return Uint32Array.from({ length: 256 }, (_, i) => {
    const at = (i / 255) * (colours.length - 1);
    const from = Math.min(Math.floor(at), colours.length - 2);
    const part = at - from;
    const channel = (c: 0 | 1 | 2) => Math.round(colours[from][c] * (1 - part) + colours[from + 1][c] * part);
    return pack(channel(0), channel(1), channel(2));
  });
}

/** Viridis (Smith and van der Walt 2015), every 32nd entry. */
export const viridis = colourMap(
  "440154",
  "472d7b",
  "3b528b",
  "2c728e",
  "21918c",
  "28ae80",
  "5ec962",
  "addc30",
  "fde725",
);

/** Magma, of the same authors. */
export const magma = colourMap(
  "000004",
  "1d1147",
  "51127c",
  "822681",
  "b73779",
  "e75263",
  "fc8961",
  "fec488",
  "fcfdbf",
);

/** Inferno, of the same authors. */
export const inferno = colourMap(
  "000004",
  "210c4a",
  "57106e",
  "8a226a",
  "bc3754",
  "e45a31",
  "f98e09",
  "f9cb35",
  "fcffa4",
);

/** Cividis (Nuñez, Anderton and Renslow 2018): nearly the same to eyes that do not tell red from green. */
export const cividis = colourMap(
  "00224e",
  "123570",
  "3b496c",
  "575d6d",
  "707173",
  "8a8678",
  "a59c74",
  "c3b369",
  "fee838",
);

export const gray = colourMap("000000", "ffffff");

/** Blue below the middle, red above: RdBu of ColorBrewer (Brewer 2003), which colour-blind eyes tell apart. */
export const diverging = colourMap(
  "2166ac",
  "4393c3",
  "92c5de",
  "d1e5f0",
  "f7f7f7",
  "fddbc7",
  "f4a582",
  "d6604d",
  "b2182b",
);

/** The same with a dark middle: Berlin of Crameri 2018. */
export const berlin = colourMap(
  "9eb0ff",
  "5ba4db",
  "2d7597",
  "1a4256",
  "11191e",
  "280d01",
  "501803",
  "8a3f2a",
  "c4756a",
  "ffacac",
);

const sequential = { viridis, magma, inferno, cividis, gray };
const diverged = { diverging, berlin };
const maps: Readonly<Record<string, ColourMap>> = { ...sequential, ...diverged };

/** Maps for what is 0 at least. */
export const sequentialMaps: readonly string[] = Object.keys(sequential);

/** Maps for what is signed: 0 is their middle. */
export const divergingMaps: readonly string[] = Object.keys(diverged);

export const isDiverging = (name: string): boolean => divergingMaps.includes(name);

/** The map of a name; gray for one that is none. */
export const mapOf = (name: string): ColourMap => maps[name] ?? gray;

const masks: Readonly<Record<string, Rgb>> = {
  blue: regionColours.fn,
  orange: regionColours.fp,
  green: regionColours.tp,
  pink: [204, 102, 160],
  yellow: [240, 228, 66],
  white: [255, 255, 255],
};

/** The colour that a mask is drawn in; white for a name that is none. */
export const maskColour = (name: string): Rgb => masks[name] ?? masks.white;
