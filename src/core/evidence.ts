import { type BoundaryParts, mergeBoundary } from "./boundary/evidence.js";
import { mergePeers, type PeerEvidence } from "./conventions/evidence.js";
import { type LabelEvidence, mergeLabels } from "./labels/evidence.js";
import { mergeMatches, type ObjectMatches } from "./objects/match.js";
import { mergeTallies, type Tally } from "./tally.js";

/** Of a probability mask against a binary truth. */
export interface BinaryEvidence {
  readonly kind: "binary";
  /** Every pixel counts 1. */
  readonly pixels: Tally;
  /** Every pixel counts its boundary weight (mean 1 per image). */
  readonly weighted?: Tally;
  /** Surfaces, bands and distance-weighted tallies of the masks at the threshold. */
  readonly boundary?: BoundaryParts;
  /** Connected components, matched at the threshold. */
  readonly objects?: ObjectMatches;
  /** What only the conventions of other libraries read. */
  readonly peers?: PeerEvidence;
}

export type { LabelEvidence };

/** Of two instance maps. */
export interface ObjectEvidence {
  readonly kind: "objects";
  readonly objects: ObjectMatches;
}

/** All that the scores of a pair need of its pixels. Small, and it adds up: the pixels can be dropped. */
export type Evidence = BinaryEvidence | LabelEvidence | ObjectEvidence;

export type EvidenceKind = Evidence["kind"];

/**
 * Evidence of several images as one: the basis of micro scores. What one side lacks, the sum lacks.
 *
 * @throws TypeError for evidence of different kinds, which has no sum.
 */
export function mergeEvidence<Kind extends Evidence>(a: Kind, b: Kind): Kind;
export function mergeEvidence(a: Evidence, b: Evidence): Evidence {
  if (a.kind === "binary" && b.kind === "binary") return mergeBinary(a, b);
  if (a.kind === "labels" && b.kind === "labels") return mergeLabels(a, b);
  if (a.kind === "objects" && b.kind === "objects") {
    return { kind: "objects", objects: mergeMatches(a.objects, b.objects) };
  }
  throw new TypeError(`Evidence of kind ${a.kind} and ${b.kind} cannot be added up.`);
}

/** The same evidence with every tally that {@link mergeBinary} adds up replaced. */
export function mapTallies(evidence: BinaryEvidence, replace: (tally: Tally) => Tally): BinaryEvidence {
  const { pixels, weighted, boundary, peers } = evidence;
  return {
    ...evidence,
    pixels: replace(pixels),
    ...(weighted && { weighted: replace(weighted) }),
    ...(boundary && {
      boundary: {
        ...boundary,
        ...(boundary.signedDistance && { signedDistance: replace(boundary.signedDistance) }),
        ...(boundary.squaredDistance && { squaredDistance: replace(boundary.squaredDistance) }),
      },
    }),
    ...(peers && { peers: { ...peers, border: replace(peers.border), borderSquared: replace(peers.borderSquared) } }),
  };
}

function mergeBinary(a: BinaryEvidence, b: BinaryEvidence): BinaryEvidence {
  return {
    kind: "binary",
    pixels: mergeTallies(a.pixels, b.pixels),
    ...(a.weighted && b.weighted && { weighted: mergeTallies(a.weighted, b.weighted) }),
    ...(a.boundary && b.boundary && { boundary: mergeBoundary(a.boundary, b.boundary) }),
    ...(a.objects && b.objects && { objects: mergeMatches(a.objects, b.objects) }),
    ...(a.peers && b.peers && { peers: mergePeers(a.peers, b.peers) }),
  };
}
