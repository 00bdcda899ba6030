import type { Finding } from "../core/diagnosis/index.js";
import type { Scores } from "../core/evaluate.js";
import type { BinaryEvidence } from "../core/evidence.js";
import type { DeflatedMaps, DeflatedPlane, DeflatedPlanes, DeflatedWeight } from "../core/maps/deflated.js";
import type { MapPair, ObjectMaps } from "../core/maps/mapPair.js";
import type { WeightMap } from "../core/maps/quantise.js";
import type { Settings } from "../core/settings.js";
import type { Tally } from "../core/tally.js";

/** The files of a pair, as the page may show and ask to open them. Paths are relative to the workspace where they can be. */
export interface PairFiles {
  readonly prediction: string;
  readonly truth: string;
  readonly image?: string;
  /** The second prediction, where two models are compared. */
  readonly other?: string;
}

export type FileRole = keyof PairFiles;

/** The same files as URIs in text form: kept over a reload, so that the host can open the pair again. */
export type PairUris = PairFiles;

/** Pixels of a pair, row-major. */
export interface PairPixels {
  readonly width: number;
  readonly height: number;
  /** 0 background, 1 foreground, 2 ignored. */
  readonly truth: Uint8Array;
  /** Index into the levels of `evidence.pixels` (`core/maps/levelIndex`); for 8-bit masks the stored value. */
  readonly prediction: Uint8Array | Uint16Array;
  /** The boundary-weight map, mean 1; none while only the tally of the pair is there. */
  readonly weight?: WeightMap;
  /** The source image as its file holds it (PNG, JPEG, WebP …), when one was found. */
  readonly image?: { readonly bytes: Uint8Array; readonly type: string };
}

/** Who is who, where two models are compared. */
export interface TwoModels {
  /** The model of the second prediction, called A. */
  readonly name: string;
  /** The model of the pair itself, called B. */
  readonly own: string;
}

/** A second prediction of the image, against the same truth. */
export interface OtherView extends TwoModels {
  /** Index into the levels of `pixels`. */
  readonly prediction: Uint8Array | Uint16Array;
  readonly pixels: Tally;
}

/** Where the pair stands in the ranking it was opened from. */
export interface Position {
  /** 1 is the first as shown: the worst, unless the ranking is reversed. */
  readonly rank: number;
  readonly of: number;
  /** Title of the score that ranks. */
  readonly by: string;
  /** Whether pairs that could not be scored follow the last. */
  readonly leadsOn?: true;
}

/** Where a file stands among those that could not be scored, which follow the pairs of the ranking. */
export interface Unscored {
  /** From 1. */
  readonly rank: number;
  readonly of: number;
  /** Whether there are pairs before them. */
  readonly follows: boolean;
}

/** What the page tells of any pair. */
export interface PairFacts {
  readonly name: string;
  readonly files: PairFiles;
  readonly uris: PairUris;
  readonly readAs: { readonly prediction: string; readonly truth: string };
  readonly notes: readonly string[];
  readonly settings: Settings;
  readonly position?: Position;
}

/** Everything that the page shows of a pair. Scores are not sent: the page evaluates the evidence, as the CLI does. */
export interface PairView extends PairFacts {
  /** Where the weight map is not there yet, of the evidence only the tally of pixels is: the page then asks for the rest. */
  readonly evidence: BinaryEvidence;
  readonly pixels: PairPixels;
  /** Called A, where two models are compared; the pair itself is then B. */
  readonly other?: OtherView;
}

/** A pair of label or instance maps: its pixels, and its scores as the host computed them. */
export interface PairScores extends PairFacts {
  readonly kind: MapPair["kind"];
  readonly width: number;
  readonly height: number;
  readonly maps: MapPair;
  readonly other?: OtherScores;
  readonly scores: Scores;
  readonly diagnosis: readonly Finding[];
  readonly image?: PairPixels["image"];
}

/** A second prediction of label or instance maps: places in the classes, or numbers of objects. */
export interface OtherScores extends TwoModels {
  readonly prediction: MapPair["prediction"];
  readonly scores: Scores;
  /** Of instance maps: what became of the objects of the truth, and of its own. */
  readonly objects?: ObjectMaps["objects"];
}

/** {@link PairView} on its way. Arrays are owned, never views of a larger buffer: only then do they cross fast. */
export type SentPair = Omit<PairView, "pixels" | "other"> & {
  readonly pixels: Omit<DeflatedPlanes<PairPixels>, "weight"> & { readonly weight?: DeflatedWeight };
  readonly other?: Omit<OtherView, "prediction"> & { readonly prediction: DeflatedPlane };
};

/** {@link PairScores} on its way. */
export type SentScores = Omit<PairScores, "maps" | "other"> & {
  readonly maps: DeflatedMaps;
  readonly other?: Omit<OtherScores, "prediction"> & { readonly prediction: DeflatedPlane };
};

/** A pair that cannot be shown: what failed, and what to do. */
export interface PairFailure {
  readonly name: string;
  readonly file: string;
  readonly reason: string;
  readonly remedy: string;
  /** The partner that was not found, when that is the reason: the page then offers to choose it. */
  readonly missing?: FileRole;
  readonly position?: Position;
  readonly unscored?: Unscored;
}
