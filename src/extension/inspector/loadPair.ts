import { readFile } from "node:fs/promises";
import type { Settings } from "../../core/settings.js";
import type {
  PairFacts,
  PairFailure,
  PairFiles,
  PairUris,
  Position,
  SentPair,
  SentScores,
} from "../../protocol/pairView.js";
import type { SentPair as SentPixels } from "../../scoring/deflate.js";
import type { OtherPrediction, PairJob } from "../../scoring/pairJob.js";
import type { Scorer } from "../../scoring/scorer.js";
import { imageType } from "../partner/sourceImage.js";

/** What loading a pair needs of the rest of the extension. */
export interface LoadContext {
  readonly read: Scorer["glance"];
  readonly findImage: (job: PairJob) => Promise<string | undefined>;
  /** A path as people should see it. */
  readonly display: (path: string) => string;
  /** A path as a URI in text form. */
  readonly uri: (path: string) => string;
  readonly position: (job: PairJob) => Position | undefined;
}

export type Loaded =
  | { readonly status: "loaded"; readonly view: SentPair }
  | { readonly status: "maps"; readonly view: SentScores }
  | { readonly status: "failed"; readonly failure: PairFailure };

/** For the page to paint while the rest is on its way. */
export interface SketchedPair {
  readonly threshold: number;
  onSketch(view: SentPair): void;
}

/** A larger image would hold the sketch up; it comes with the pair. */
const SKETCHED_IMAGE_BYTES = 512 << 10;

/**
 * Reads everything that the page shows of a pair; pixels are read in a worker.
 * @param sketch is told on the way what the pair looks like at a threshold. An image that it has is not sent again.
 */
export async function loadPair(
  job: PairJob,
  settings: Settings,
  context: LoadContext,
  sketch?: SketchedPair,
): Promise<Loaded> {
  const finding = findAndRead(job, context);
  let isSent = false;
  const wish = sketch && {
    threshold: sketch.threshold,
    async onSketch(sketched: SentPixels) {
      const image = await finding.catch(() => undefined);
      isSent = image?.content !== undefined && image.content.bytes.length <= SKETCHED_IMAGE_BYTES;
      sketch.onSketch(pairView(sketched, factsOf(job, settings, context, sketched, image), isSent ? image : undefined));
    },
  };
  const [gathered, image] = await Promise.all([context.read(job, settings, wish), finding]);
  if (gathered.status === "failed") {
    const { name, file, reason, remedy } = gathered;
    const position = context.position(job);
    return {
      status: "failed",
      failure: { name, file: context.display(file), reason, remedy, ...(position && { position }) },
    };
  }
  const facts = factsOf(job, settings, context, gathered, image);
  if (gathered.status === "maps") {
    const { maps, scores, diagnosis, other } = gathered;
    const named = other && job.other && { other: { ...modelsOf(job.other), ...other } };
    const content = image?.content && { image: image.content };
    const { kind, width, height } = maps;
    return { status: "maps", view: { ...facts, kind, width, height, maps, scores, diagnosis, ...named, ...content } };
  }
  const other = gathered.other && job.other && { other: { ...modelsOf(job.other), ...gathered.other } };
  return { status: "loaded", view: { ...pairView(gathered, facts, isSent ? undefined : image), ...other } };
}

function factsOf(
  job: PairJob,
  settings: Settings,
  context: LoadContext,
  { readAs, notes }: Pick<SentPixels, "readAs" | "notes">,
  image: Image | undefined,
): PairFacts {
  const position = context.position(job);
  const paths = {
    prediction: job.prediction,
    truth: job.truth,
    ...(image && { image: image.file }),
    ...(job.other && { other: job.other.prediction }),
  };
  return {
    name: job.name,
    files: mapFiles(paths, context.display),
    uris: mapFiles(paths, context.uri),
    readAs,
    notes: image?.problem ? [...notes, image.problem] : notes,
    settings,
    ...(position && { position }),
  };
}

function pairView(
  { width, height, truth, prediction, weight, evidence }: SentPixels,
  facts: PairFacts,
  image: Image | undefined,
): SentPair {
  const content = image?.content && { image: image.content };
  return { ...facts, evidence, pixels: { width, height, truth, prediction, ...(weight && { weight }), ...content } };
}

const modelsOf = ({ name, own }: OtherPrediction) => ({ name, own });

interface Image {
  readonly file: string;
  readonly content?: { readonly bytes: Uint8Array; readonly type: string };
  readonly problem?: string;
}

async function findAndRead(job: PairJob, { findImage, display }: LoadContext): Promise<Image | undefined> {
  const file = await findImage(job);
  const type = file === undefined ? undefined : imageType(file);
  if (file === undefined || type === undefined) return undefined;
  try {
    // A copy: what readFile gives may be a view of a shared buffer, which crosses to the page slowly.
    return { file, content: { bytes: new Uint8Array(await readFile(file)), type } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, problem: `The source image ${display(file)} could not be read: ${reason}` };
  }
}

export function mapFiles(files: PairFiles, map: (path: string) => string): PairUris {
  const { prediction, truth, image, other } = files;
  return {
    prediction: map(prediction),
    truth: map(truth),
    ...(image !== undefined && { image: map(image) }),
    ...(other !== undefined && { other: map(other) }),
  };
}
