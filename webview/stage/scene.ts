import { indexSize } from "../../src/core/maps/levelIndex.js";
import type { WeightMap, WordMap } from "../../src/core/maps/quantise.js";
import { softSums } from "../../src/core/sums.js";
import type { Regathering } from "../../src/protocol/calls.js";
import type { OtherView, PairView, Position } from "../../src/protocol/pairView.js";
import { type Analyst, createAnalyst } from "../breakdown/analysis.js";
import { createSampler, type Sampler } from "../paint/sampler.js";
import type { Size } from "./viewport.js";

/** The pair on the page, with what was derived from it once. */
export interface Scene {
  readonly view: PairView;
  /** Its prediction is only what is above the threshold: the rest is on its way. */
  readonly isSketch: boolean;
  readonly size: Size;
  readonly sampler: Sampler;
  readonly analyst: Analyst;
  readonly evidence: PairView["evidence"];
  /** null: on its way. */
  readonly weight: WeightMap | null;
  /** The prediction as the file has it: that of the view is edited while a what-if is shown. */
  readonly original: PairView["pixels"]["prediction"];
  /** The settings under which evidence and weight were read; null: only the tally of pixels is there, the rest is on its way. */
  readonly gathered: Regathering | null;
  /** How many pixels are left out. */
  readonly ignored: number;
  readonly image: SourceImage | null;
  /** The second prediction, where two models are compared. */
  readonly other: (OtherView & { readonly sampler: Sampler }) | null;
}

/** The source image; gray under a coloured layer, where its own colours would be taken for those of data. */
export interface SourceImage {
  readonly colour: ImageBitmap;
  readonly gray: ImageBitmap;
}

export function createScene(view: PairView, image: SourceImage | null, isSketch = false): Scene {
  const { width, height, weight = null } = view.pixels;
  const { threshold, kernel } = view.settings;
  return {
    view,
    isSketch,
    size: { width, height },
    sampler: samplerOf(view),
    analyst: createAnalyst(view.evidence),
    evidence: view.evidence,
    weight,
    original: view.pixels.prediction,
    gathered: weight && { threshold, kernel, edits: [], compare: view.evidence.peers !== undefined },
    ignored: width * height - softSums(view.evidence.pixels).pixels,
    image,
    other: view.other ? { ...view.other, sampler: otherSampler(view, view.other) } : null,
  };
}

const otherSampler = ({ pixels }: PairView, { prediction, pixels: tally }: OtherView): Sampler =>
  createSampler({ ...pixels, prediction }, indexSize(tally));

const samplerOf = ({ pixels, evidence }: PairView): Sampler => createSampler(pixels, indexSize(evidence.pixels));

/** The distances by pixel that some losses weigh it with. */
export interface Distances {
  /** To the truth's boundary. */
  readonly signed: WordMap;
  /** The squares of those to the other class, in the truth and in p > 1/2, added. */
  readonly squared: WordMap;
}

/** What was read of the pixels of a pair again. */
export interface Reread {
  readonly evidence: PairView["evidence"];
  readonly weight: WeightMap;
  /** Only after edits. */
  readonly prediction?: PairView["pixels"]["prediction"];
}

/** The same pair, its pixels read again, be it after edits of the prediction. */
export function withEvidence(scene: Scene, gathered: Regathering, { evidence, weight, prediction }: Reread): Scene {
  const pixels = { ...scene.view.pixels, prediction: prediction ?? scene.original };
  const view = pixels.prediction === scene.view.pixels.prediction ? scene.view : { ...scene.view, pixels };
  const sampler = view === scene.view ? scene.sampler : samplerOf(view);
  return { ...scene, view, sampler, evidence, weight, gathered, analyst: createAnalyst(evidence) };
}

/** The same pair, at the place that it has now. */
export function atPosition(scene: Scene, position: Position | null): Scene {
  const { position: _, ...view } = scene.view;
  return { ...scene, view: position ? { ...view, position } : view };
}

/** Decodes the source image; null when there is none, or the browser cannot read it. */
export async function decodeImage(image: PairView["pixels"]["image"]): Promise<SourceImage | null> {
  if (!image) return null;
  try {
    const colour = await createImageBitmap(new Blob([image.bytes as Uint8Array<ArrayBuffer>], { type: image.type }));
    return { colour, gray: grayOf(colour) };
  } catch {
    return null;
  }
}

function grayOf(colour: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(colour.width, colour.height);
  const context = canvas.getContext("2d");
  if (context) {
    context.filter = "grayscale(1)";
    context.drawImage(colour, 0, 0);
  }
  return canvas.transferToImageBitmap();
}

/** Gives the memory back at once, not when the collector comes by. */
export function closeImage(image: SourceImage | null): void {
  image?.colour.close();
  image?.gray.close();
}

/** What to say about the source image, beside the host's notes. */
export function imageNotes({ view, size, image }: Scene): readonly string[] {
  if (!view.pixels.image) return [];
  if (!image) return ["The source image cannot be decoded, so it is not shown. Open it to see what it holds."];
  const { colour } = image;
  if (colour.width === size.width && colour.height === size.height) return [];
  const [from, to] = [colour, size].map(({ width, height }) => `${width} × ${height}`);
  return [`The source image is ${from} pixels and the masks are ${to}: it is scaled to the masks for display.`];
}
