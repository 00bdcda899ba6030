import type { Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { grouped } from "./words.js";

/** An image brought to one sample a pixel. */
export interface Channel {
  readonly samples: Samples;
  readonly bits: number;
  readonly palette: StoredImage["palette"];
  /** How, as the start of a phrase: "RGB as gray: "; empty when it had one channel already. */
  readonly prefix: string;
  /** The whole phrase, when colours have become 0 and 1. */
  readonly readAs: string | null;
}

/** A picture has more colours than this, a colour-coded label map fewer. */
const MANY_COLOURS = 256;

/**
 * Brings an image to one channel: RGB with equal channels is gray; alpha is the mask when only it varies; of two
 * colours the one that is not black is foreground.
 * @param anyColour read every colour but black as foreground.
 * @throws FormatError when there are more colours, unless `anyColour`.
 */
export function oneChannel(side: string, image: StoredImage, anyColour: boolean): Channel {
  const { channels, samples, bits, palette } = image;
  if (channels === 1) return { samples, bits, palette, prefix: "", readAs: null };
  const { colours, gray, alphaVaries } = survey(samples, channels);
  const [first] = colours;
  const picked = { bits, palette: undefined, readAs: null };
  if (colours.size === 1 && alphaVaries) {
    return { ...picked, samples: pick(samples, channels, 3), prefix: "alpha channel: " };
  }
  if (gray) return { ...picked, samples: pick(samples, channels, 0), prefix: "RGB as gray: " };
  const shades = [...colours].filter((colour) => colour !== BLACK);
  if (shades.length > 1 && !anyColour) throw colourError(side, colours.size);
  const binary = { samples: notBlack(samples, channels), bits: 8, palette: undefined, prefix: "" };
  if (shades.length > 1) return { ...binary, readAs: "every colour but black = foreground" };
  const name = colourName(shades[0] ?? BLACK);
  return { ...binary, readAs: first === shades[0] && colours.size === 1 ? `all ${name}` : `${name} = foreground` };
}

const BLACK = 0;

/** One number a colour: 16 bits a channel. */
function colourAt(samples: Samples, at: number): number {
  return ((samples[at] as number) * 65536 + (samples[at + 1] as number)) * 65536 + (samples[at + 2] as number);
}

function colourName(colour: number): string {
  return `RGB (${Math.floor(colour / 2 ** 32)}, ${Math.floor(colour / 65536) % 65536}, ${colour % 65536})`;
}

/** The colours (at most one more than {@link MANY_COLOURS}), whether all are gray, and whether alpha varies. */
function survey(samples: Samples, channels: number): { colours: Set<number>; gray: boolean; alphaVaries: boolean } {
  const colours = new Set<number>();
  let [gray, alphaVaries, last] = [true, false, -1];
  for (let at = 0; at < samples.length; at += channels) {
    if (channels === 4 && samples[at + 3] !== samples[3]) alphaVaries = true;
    const colour = colourAt(samples, at);
    if (colour === last) continue;
    last = colour;
    if (samples[at] !== samples[at + 1] || samples[at] !== samples[at + 2]) gray = false;
    if (colours.size <= MANY_COLOURS) colours.add(colour);
    else if (!gray) break;
  }
  return { colours, gray, alphaVaries };
}

function pick(samples: Samples, channels: number, channel: number): Samples {
  const length = samples.length / channels;
  const out = samples instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
  for (let i = 0, at = channel; i < length; i++, at += channels) out[i] = samples[at] as number;
  return out;
}

function notBlack(samples: Samples, channels: number): Uint8Array {
  const out = new Uint8Array(samples.length / channels);
  for (let i = 0, at = 0; i < out.length; i++, at += channels) out[i] = colourAt(samples, at) === BLACK ? 0 : 1;
  return out;
}

function colourError(side: string, count: number): FormatError {
  if (count > MANY_COLOURS) {
    return new FormatError(
      `${side} has more than ${MANY_COLOURS} colours: a picture rather than a mask`,
      "Choose the folder of masks, or save the mask as a gray PNG.",
    );
  }
  return new FormatError(
    `${side} is colour-coded with ${grouped(count)} colours`,
    "Name its classes and their colours (--classes FILE; setting maskInspector.classes), or read it as binary, every colour but black as foreground (--kind binary; setting maskInspector.kind).",
  );
}
