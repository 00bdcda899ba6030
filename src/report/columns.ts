import { catalogue } from "../core/catalogue.js";
import { isLibrary } from "../core/conventions/index.js";
import { isChosen } from "../core/evaluate.js";
import type { EvidenceKind } from "../core/evidence.js";
import type { Score } from "../core/score.js";
import { headlines } from "./headlines.js";
import type { Report } from "./report.js";

/**
 * The scores that a report holds, in catalogue order: those of the kinds of pairs that it has (of binary masks, when it
 * has none). A library's preset leaves out what the library has not.
 */
export function scoresOf({ settings, rows }: Report): readonly Score[] {
  const present = new Set<EvidenceKind>(rows.length > 0 ? rows.map(({ kind }) => kind) : ["binary"]);
  return catalogue.filter(
    (score) =>
      isChosen(score, settings) &&
      score.kinds.some((kind) => present.has(kind)) &&
      (!isLibrary(settings.preset) || rows.some(({ scores }) => score.id in scores)),
  );
}

/** Scores that fit a terminal side by side. */
const MOST_COLUMNS = 8;

/**
 * The scores that a short table shows for pairs of a kind: the usual ones, and each that was asked for by name. Where
 * that is none, as with one family alone, the first few of those that there are.
 */
export function headlineColumns(report: Report, kind: EvidenceKind): readonly Score[] {
  const available = scoresOf(report).filter(({ kinds }) => kinds.includes(kind));
  const usual = headlines[kind].flatMap((id) => available.filter((score) => score.id === id));
  const named = available.filter((score) => report.settings.scores?.includes(score.id) && !usual.includes(score));
  const columns = [...usual, ...named];
  return columns.length > 0 ? columns : available.slice(0, MOST_COLUMNS);
}
