import { readFile } from "node:fs/promises";
import type { Settings } from "../../core/settings.js";
import type { PairFailure, PairFiles, PairUris, Position, SentPair, SentScores } from "../../protocol/pairView.js";
import type { OtherPrediction, PairJob } from "../../scoring/pairJob.js";
import type { Scorer } from "../../scoring/scorer.js";
import { imageType } from "../partner/sourceImage.js";

/** What loading a pair needs of the rest of the extension. */
export interface LoadContext {
  readonly read: Scorer["glance"] | Scorer["gather"];
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

/** Reads everything that the page shows of a pair; pixels are read in a worker. */
export async function loadPair(job: PairJob, settings: Settings, context: LoadContext): Promise<Loaded> {
  const [gathered, image] = await Promise.all([context.read(job, settings), findAndRead(job, context)]);
  const position = context.position(job);
  if (gathered.status === "failed") {
    const { name, file, reason, remedy } = gathered;
    return {
      status: "failed",
      failure: { name, file: context.display(file), reason, remedy, ...(position && { position }) },
    };
  }
  const { readAs, notes } = gathered;
  const paths = {
    prediction: job.prediction,
    truth: job.truth,
    ...(image && { image: image.file }),
    ...(job.other && { other: job.other.prediction }),
  };
  const facts = {
    name: job.name,
    files: mapFiles(paths, context.display),
    uris: mapFiles(paths, context.uri),
    readAs,
    notes: image?.problem ? [...notes, image.problem] : notes,
    settings,
    ...(position && { position }),
  };
  const content = image?.content && { image: image.content };
  if (gathered.status === "maps") {
    const { maps, scores, diagnosis, other } = gathered;
    const named = other && job.other && { other: { ...modelsOf(job.other), ...other } };
    const { kind, width, height } = maps;
    return { status: "maps", view: { ...facts, kind, width, height, maps, scores, diagnosis, ...named, ...content } };
  }
  const { width, height, truth, prediction, evidence } = gathered;
  const weight = gathered.weight && { weight: gathered.weight };
  const other = gathered.other && job.other && { other: { ...modelsOf(job.other), ...gathered.other } };
  return {
    status: "loaded",
    view: { ...facts, evidence, pixels: { width, height, truth, prediction, ...weight, ...content }, ...other },
  };
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
