import type { BandEvidence } from "../../src/core/boundary/edgeBand.js";
import { isLibrary, ownVariant, type PeerValue } from "../../src/core/conventions/index.js";
import { lacksPart, scoreValue, selectedScores } from "../../src/core/evaluate.js";
import type { BinaryEvidence } from "../../src/core/evidence.js";
import { jointTable } from "../../src/core/maps/jointTable.js";
import { admit, type ParameterValues } from "../../src/core/parameters.js";
import type { Score } from "../../src/core/score.js";
import { type Settings, valuesFor } from "../../src/core/settings.js";
import { type RegionShares, type ShareRegion, type Shares, sharesByRegion } from "../../src/core/shares.js";
import type { Regathering } from "../../src/protocol/calls.js";
import type { ScoreOrder } from "../../src/protocol/persisted.js";
import type { LossTables } from "../paint/weightedLoss.js";
import { readsPeers } from "./conventions.js";

/** What the breakdown shows of one score. */
export interface Reading {
  readonly score: Score;
  /** The parameter values that it was computed with. */
  readonly values: ParameterValues;
  readonly value: number | null;
  /** What the library of the preset returns where that is no number. */
  readonly returned: Exclude<PeerValue, number> | null;
  /** The library of the preset does not have the score. */
  readonly absent: boolean;
  /** What it is computed from is not there: its value is unknown, not undefined. */
  readonly unread: boolean;
  /** What each pixel adds to it; null where it has no shares. */
  readonly cells: Shares | null;
  /** How it divides among the regions at the threshold; null where it has no shares. */
  readonly shares: RegionShares | null;
}

interface Computed {
  readonly key: string;
  readonly values: ParameterValues;
  readonly value: PeerValue | null;
  readonly shares: Shares | null;
  tables?: LossTables | null;
  gradient?: LossTables | null;
}

/** Evaluates the evidence; a score whose parameters did not change is not computed again. */
export interface Analyst {
  read(settings: Settings): readonly Reading[];
  /** What each pixel adds to a loss, over the joint index; null where it has no shares. */
  lossTables(score: Score, settings: Settings): LossTables | null;
  /** d loss / d p of each pixel, over the joint index; null where it has none. */
  gradientTables(score: Score, settings: Settings): LossTables | null;
  /** Whether any convention of a score reads what is only gathered for comparisons. */
  readsPeers(scoreId: string, settings: Settings): boolean;
}

export function createAnalyst(evidence: BinaryEvidence): Analyst {
  const computed = new Map<string, Computed>();
  const peerReaders = new Map<string, boolean>();

  const compute = (score: Score, settings: Settings): Computed => {
    const given = valuesFor(score, settings);
    const values = Object.fromEntries(
      Object.entries(score.parameters).map(([id, parameter]) => [id, admit(parameter, given[id])]),
    );
    const key = JSON.stringify([settings.preset, values]);
    const known = computed.get(score.id);
    if (known?.key === key) return known;
    const fresh: Computed = {
      key,
      values,
      value: scoreValue(score, evidence, settings),
      // Shares are those of the default formula: they would not add up to what another library returns.
      shares: isLibrary(settings.preset) ? null : score.shares(evidence, values),
    };
    computed.set(score.id, fresh);
    return fresh;
  };

  const jointTables = (shares: Shares | null): LossTables | null => {
    const { plain, weighted, signedDistance, squaredDistance } = shares ?? {};
    const tables: LossTables = {
      ...(plain && { plain: jointTable(evidence.pixels, plain) }),
      ...(weighted && evidence.weighted && { weighted: jointTable(evidence.weighted, weighted) }),
      // Distances add up to nothing, or less, in some cells: levels that share an index are averaged by their pixels.
      ...(signedDistance && { signedDistance: jointTable(evidence.pixels, signedDistance) }),
      ...(squaredDistance && { squaredDistance: jointTable(evidence.pixels, squaredDistance) }),
    };
    return Object.keys(tables).length === 0 ? null : tables;
  };

  return {
    read(settings) {
      const { preset } = settings;
      // Those that the preset's library lacks as well: they are shown as such.
      return selectedScores({ ...settings, preset: "default" }, evidence.kind).map((score) => {
        const { values, value, shares } = compute(score, settings);
        const absent = isLibrary(preset) && ownVariant(preset, score.id, evidence.kind) === undefined;
        // What a library reads beside that is not known beforehand.
        const lacks = lacksPart(score, evidence) || (isLibrary(preset) && value === null && !evidence.peers);
        const unread = lacks && !absent && typeof value !== "number";
        return {
          score,
          values,
          value: typeof value === "number" ? value : null,
          returned: typeof value === "string" && !unread ? value : null,
          absent,
          unread,
          cells: shares,
          shares: shares && sharesByRegion(evidence, shares, settings.threshold),
        };
      });
    },
    lossTables(score, settings) {
      const fresh = compute(score, settings);
      if (fresh.tables === undefined) fresh.tables = jointTables(fresh.shares);
      return fresh.tables;
    },
    gradientTables(score, settings) {
      const fresh = compute(score, settings);
      if (fresh.gradient === undefined) {
        fresh.gradient = isLibrary(settings.preset) ? null : jointTables(score.gradient(evidence, fresh.values));
      }
      return fresh.gradient;
    },
    readsPeers(scoreId, settings) {
      const known = peerReaders.get(scoreId) ?? readsPeers(evidence, settings, scoreId);
      peerReaders.set(scoreId, known);
      return known;
    },
  };
}

/** The part of a loss that lies in a region, by size where some are below 0; 0 for a loss of 0. */
export function partIn(shares: RegionShares, region: ShareRegion): number {
  const total = [shares.tp, shares.fp, shares.fn, shares.tn, shares.band ?? 0].reduce(
    (sum, share) => sum + Math.abs(share),
    0,
  );
  return total > 0 ? Math.abs(shares[region] ?? 0) / total : 0;
}

/** By value, or by the part that a region has in it, largest first; what has none stays behind, in its order. */
export function inOrder(readings: readonly Reading[], order: ScoreOrder): readonly Reading[] {
  if (order === "catalogue") return readings;
  const key = ({ value, shares }: Reading): number => {
    if (order === "largest") return value ?? Number.NEGATIVE_INFINITY;
    if (order === "smallest") return value === null ? Number.NEGATIVE_INFINITY : -value;
    return shares ? partIn(shares, order) : -1;
  };
  return [...readings].sort((a, b) => key(b) - key(a) || 0);
}

/** The same readings, their shares without what lies around the truth's boundary, which is a region of its own. */
export function withBand(
  readings: readonly Reading[],
  evidence: BinaryEvidence,
  band: BandEvidence,
  threshold: number,
): readonly Reading[] {
  return readings.map((reading) =>
    reading.cells ? { ...reading, shares: sharesByRegion(evidence, reading.cells, threshold, band) } : reading,
  );
}

/** Whether a score still stands on pixels read under other settings, and so cannot follow the sliders at once. */
export function isPending(
  score: Score,
  gathered: Pick<Regathering, "threshold" | "kernel"> | null,
  settings: Settings,
): boolean {
  if (!gathered) return false;
  return (["threshold", "kernel"] as const).some((id) => {
    const parameter = score.parameters[id];
    return parameter?.kind === "number" && parameter.fromPixels === true && gathered[id] !== settings[id];
  });
}
