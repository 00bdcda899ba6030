import { baseAt } from "./names.js";

/** A piece of text that every file name of a side begins or ends with, such as "_pred". */
export interface Affix {
  readonly end: "prefix" | "suffix";
  readonly text: string;
}

/** The affixes to remove from each side. */
export interface AffixPair {
  readonly prediction: Affix | null;
  readonly truth: Affix | null;
}

/** Share of a side's names that must have an affix. */
const NEARLY_ALL = 0.8;
/** Names looked at per side; taken evenly, so that the cost of the search does not grow with the folder. */
const SAMPLE = 1000;
/** Boundaries looked at from each end of a name. */
const BOUNDARIES = 8;

/** Words that say what a file is. One pair of names is enough evidence to remove them, otherwise two are needed. */
const KNOWN = new Set(
  (
    "pred preds predict predicted prediction predictions prob probs probability output out result results mask masks " +
    "seg segm segmentation gt groundtruth truth label labels labelids target targets annotation annotations annot " +
    "manual ref reference"
  ).split(" "),
);

/**
 * Finds the affixes whose removal pairs most names: one on either side, or one on each.
 * An affix is common to nearly all names of its side, ends at a word boundary, and leaves a letter or digit. Digits alone are
 * a number, not an affix, unless only one side has them. Names that are paired already (`taken`) tell what belongs to
 * a name: a word that occurs there is not removed from both sides at once.
 * @param predictions unpaired stems, sorted, distinct.
 * @param truth the same.
 */
export function findAffixes(
  predictions: readonly string[],
  truth: readonly string[],
  taken: readonly string[],
): AffixPair | null {
  const few = predictions.length <= truth.length;
  const [small, large] = few ? [predictions, truth] : [truth, predictions];
  const names = sample(small);
  const others = new Set(large);
  const paired = sample(taken);
  const forSmall = [null, ...candidates(small)];
  const forLarge = [null, ...candidates(large)];
  let best: { pair: AffixPair; count: number; cost: readonly number[] } | null = null;
  for (const mine of forSmall) {
    for (const other of forLarge) {
      if (
        (mine === null && other === null) ||
        (mine !== null && other !== null && !mayRemoveBoth(mine, other, paired))
      ) {
        continue;
      }
      let count = 0;
      for (const name of names) {
        const core = removeAffix(name, mine);
        if (core !== null && others.has(add(core, other))) count++;
      }
      const isKnown = [mine, other].every((affix) => affix === null || KNOWN.has(wordOf(affix)));
      if (count < (isKnown ? 1 : 2)) continue;
      const pair = few ? { prediction: mine, truth: other } : { prediction: other, truth: mine };
      const cost = costOf(pair);
      if (best === null || count > best.count || (count === best.count && isLess(cost, best.cost))) {
        best = { pair, count, cost };
      }
    }
  }
  return best?.pair ?? null;
}

/** Takes an affix off a stem; null when the stem does not have it or only separators would be left. */
export function removeAffix(stem: string, affix: Affix | null): string | null {
  if (affix === null) return stem;
  if (!hasAffix(stem, affix)) return null;
  const { end, text } = affix;
  const at = baseAt(stem);
  const base = end === "suffix" ? stem.slice(at, stem.length - text.length) : stem.slice(at + text.length);
  return /[\p{L}\p{N}]/u.test(base) ? stem.slice(0, at) + base : null;
}

/** "_pred (suffix)". */
export function describeAffix(affix: Affix | null): string | null {
  return affix === null ? null : `${affix.text} (${affix.end})`;
}

function hasAffix(stem: string, { end, text }: Affix): boolean {
  return end === "suffix" ? stem.endsWith(text) : stem.startsWith(text, baseAt(stem));
}

function add(stem: string, affix: Affix | null): string {
  if (affix === null) return stem;
  if (affix.end === "suffix") return stem + affix.text;
  const at = baseAt(stem);
  return stem.slice(0, at) + affix.text + stem.slice(at);
}

/** Evenly spaced, first and last included when there are more than the sample holds. */
function sample<T>(sorted: readonly T[]): readonly T[] {
  if (sorted.length <= SAMPLE) return sorted;
  return Array.from({ length: SAMPLE }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (SAMPLE - 1))] as T);
}

/** The affixes that nearly all stems share. */
function candidates(stems: readonly string[]): Affix[] {
  const bases = sample(stems).map((stem) => stem.slice(baseAt(stem)));
  const counts = new Map<string, { affix: Affix; count: number }>();
  for (const base of bases) {
    for (const affix of affixesOf(base)) {
      const key = affix.end + affix.text;
      const seen = counts.get(key);
      if (seen === undefined) counts.set(key, { affix, count: 1 });
      else seen.count++;
    }
  }
  return [...counts.values()].filter(({ count }) => count >= NEARLY_ALL * bases.length).map(({ affix }) => affix);
}

/** What could be taken off a name at a word boundary. */
function affixesOf(base: string): Affix[] {
  const found: Affix[] = [];
  for (let at = base.length - 1, left = BOUNDARIES; at > 0 && left > 0; at--) {
    if (!isBoundary(base, at)) continue;
    found.push({ end: "suffix", text: base.slice(at) });
    left--;
  }
  for (let at = 1, left = BOUNDARIES; at < base.length && left > 0; at++) {
    if (!isBoundary(base, at)) continue;
    found.push({ end: "prefix", text: base.slice(0, at) });
    left--;
  }
  return found;
}

/** Whether a word begins or ends between `at - 1` and `at`: at a separator, a letter beside a digit, or aB. */
function isBoundary(text: string, at: number): boolean {
  const [before, after] = [kindOf(text.charCodeAt(at - 1)), kindOf(text.charCodeAt(at))];
  return before !== after && !(before === "upper" && after === "lower");
}

function kindOf(code: number): "digit" | "upper" | "lower" | "separator" {
  if (code >= 48 && code <= 57) return "digit";
  if (code >= 65 && code <= 90) return "upper";
  return (code >= 97 && code <= 122) || code > 127 ? "lower" : "separator";
}

function wordOf(affix: Affix): string {
  return affix.text.toLowerCase().replace(/[^a-z]/g, "");
}

function mayRemoveBoth(a: Affix, b: Affix, paired: readonly string[]): boolean {
  if (a.end === b.end && a.text === b.text) return false;
  if (isNumber(a) || isNumber(b)) return false;
  return [a, b].every((affix) => KNOWN.has(wordOf(affix)) || !paired.some((stem) => hasAffix(stem, affix)));
}

/** Whether it has no letter. */
function isNumber({ text }: Affix): boolean {
  return !/[^\d\s!-/:-@[-`{-~]/.test(text);
}

/** Among affixes that pair as many names: one side before both, known words, whole separators, short, suffixes. */
function costOf({ prediction, truth }: AffixPair): number[] {
  const affixes = [prediction, truth].filter((affix) => affix !== null);
  const sum = (cost: (affix: Affix) => number) => affixes.reduce((total, affix) => total + cost(affix), 0);
  return [
    affixes.length,
    sum((affix) => (KNOWN.has(wordOf(affix)) ? 0 : 1)),
    sum((affix) =>
      kindOf(affix.text.charCodeAt(affix.end === "suffix" ? 0 : affix.text.length - 1)) === "separator" ? 0 : 1,
    ),
    sum((affix) => affix.text.length),
    sum((affix) => (affix.end === "suffix" ? 0 : 1)),
  ];
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((cost, i) => cost !== b[i]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
