import { type AffixPair, describeAffix, findAffixes, removeAffix } from "./affix.js";
import { baseOf, stemOf } from "./names.js";
import { naturalOrder } from "./natural.js";

/** Two files of the same mask. */
export interface MaskPair {
  /** Relative stem of the pair, without the prediction's affix if one was removed: "city/road_0412". */
  readonly name: string;
  /** Relative path. */
  readonly prediction: string;
  /** Relative path. */
  readonly truth: string;
}

/** Files that share a name, so that no pair can be chosen. */
export interface Ambiguity {
  readonly name: string;
  readonly predictions: readonly string[];
  readonly truth: readonly string[];
  readonly reason: string;
}

/** Every file given is in exactly one of `pairs`, `orphans` and `ambiguities`. All lists are in natural order. */
export interface Pairing {
  readonly pairs: readonly MaskPair[];
  readonly orphans: { readonly predictions: readonly string[]; readonly truth: readonly string[] };
  readonly ambiguities: readonly Ambiguity[];
  /** What was removed from the names of each side, e.g. "_pred (suffix)". */
  readonly affixes: { readonly prediction: string | null; readonly truth: string | null };
  /** How the pairs were found when not by relative path. */
  readonly note: string | null;
}

/** Paths by the key that makes them partners. */
type Groups = Map<string, string[]>;

interface Match {
  readonly name: string;
  readonly predictions: readonly string[];
  readonly truth: readonly string[];
}

interface Matching {
  readonly matches: readonly Match[];
  readonly affixes: AffixPair;
  readonly left: { readonly predictions: Groups; readonly truth: Groups };
}

const NO_AFFIXES: AffixPair = { prediction: null, truth: null };

/**
 * Pairs predictions with ground truth by name; extensions do not count.
 * 1. The same relative stem. 2. The same but for upper and lower case, when only one file each has it. 3. For what is
 * left, the same after removing one affix a side, found from the names. 4. When nothing pairs, the same steps by file
 * name alone, if no file name occurs twice on a side.
 * @param predictions relative paths with forward slashes, in any order.
 * @param truth the same.
 */
export function pairFolders(predictions: readonly string[], truth: readonly string[]): Pairing {
  const byStem = match(groupBy(predictions, stemOf), groupBy(truth, stemOf));
  if (byStem.matches.length > 0) return report(byStem, null);
  const byBase = { predictions: groupBy(predictions, baseOf), truth: groupBy(truth, baseOf) };
  if (isUnique(byBase.predictions) && isUnique(byBase.truth)) {
    const matching = match(byBase.predictions, byBase.truth);
    if (matching.matches.length > 0) return report(matching, "paired by file name alone: the sub-folders differ");
  }
  return report(byStem, null);
}

function groupBy(paths: readonly string[], key: (path: string) => string): Groups {
  const groups: Groups = new Map();
  for (const path of paths) {
    const name = key(path);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [path]);
    else if (!group.includes(path)) group.push(path);
  }
  return groups;
}

function isUnique(groups: Groups): boolean {
  return [...groups.values()].every((paths) => paths.length === 1);
}

/** Matches keys; takes the matched groups out of `predictions` and `truth`. */
function match(predictions: Groups, truth: Groups): Matching {
  const matches: Match[] = [];
  const take = (name: string, key: string, truthKey: string) => {
    matches.push({ name, predictions: predictions.get(key) ?? [], truth: truth.get(truthKey) ?? [] });
    predictions.delete(key);
    truth.delete(truthKey);
  };
  const left = { predictions, truth };
  const done = () => predictions.size === 0 || truth.size === 0;

  for (const key of [...predictions.keys()]) if (truth.has(key)) take(key, key, key);
  if (done()) return { matches, affixes: NO_AFFIXES, left };

  const lower = uniqueLowerCase(truth);
  for (const [low, key] of uniqueLowerCase(predictions)) {
    const truthKey = lower.get(low) ?? null;
    if (key !== null && truthKey !== null) take(key, key, truthKey);
  }
  if (done()) return { matches, affixes: NO_AFFIXES, left };

  const [keys, truthKeys] = [[...predictions.keys()].sort(), [...truth.keys()].sort()];
  const taken = matches.map(({ name }) => name).sort();
  const affixes = findAffixes(keys, truthKeys, taken) ?? NO_AFFIXES;
  if (affixes !== NO_AFFIXES) takeByAffix(keys, truthKeys, affixes, new Set(taken), take);
  return { matches, affixes, left };
}

/** Keys by their lower-case form; null where several keys share it. */
function uniqueLowerCase(groups: Groups): Map<string, string | null> {
  const unique = new Map<string, string | null>();
  for (const key of groups.keys()) {
    const low = key.toLowerCase();
    unique.set(low, unique.has(low) ? null : key);
  }
  return unique;
}

function takeByAffix(
  keys: readonly string[],
  truthKeys: readonly string[],
  affixes: AffixPair,
  names: Set<string>,
  take: (name: string, key: string, truthKey: string) => void,
): void {
  const byCore = new Map<string, string>();
  for (const key of truthKeys) {
    const core = removeAffix(key, affixes.truth);
    if (core !== null) byCore.set(core, key);
  }
  for (const key of keys) {
    const core = removeAffix(key, affixes.prediction);
    const truthKey = core === null ? undefined : byCore.get(core);
    if (core === null || truthKey === undefined) continue;
    // A name that is in use already would make two rows look the same.
    const name = names.has(core) ? key : core;
    names.add(name);
    take(name, key, truthKey);
  }
}

function report({ matches, affixes, left }: Matching, note: string | null): Pairing {
  const pairs: MaskPair[] = [];
  const ambiguities: Ambiguity[] = [];
  for (const { name, predictions, truth } of matches) {
    const [first, second] = [predictions[0], truth[0]];
    if (first !== undefined && second !== undefined && predictions.length === 1 && truth.length === 1) {
      pairs.push({ name, prediction: first, truth: second });
    } else {
      const reason = reasonFor(predictions, truth);
      ambiguities.push({ name, predictions: inOrder(predictions), truth: inOrder(truth), reason });
    }
  }
  return {
    pairs: pairs.sort((a, b) => naturalOrder(a.name, b.name)),
    orphans: {
      predictions: inOrder([...left.predictions.values()].flat()),
      truth: inOrder([...left.truth.values()].flat()),
    },
    ambiguities: ambiguities.sort((a, b) => naturalOrder(a.name, b.name)),
    affixes: { prediction: describeAffix(affixes.prediction), truth: describeAffix(affixes.truth) },
    note,
  };
}

function reasonFor(predictions: readonly string[], truth: readonly string[]): string {
  const several = [
    ...(predictions.length > 1 ? [`${predictions.length} predictions`] : []),
    ...(truth.length > 1 ? [`${truth.length} ground-truth files`] : []),
  ];
  return `${several.join(" and ")} differ only in their extension: keep one of each`;
}

function inOrder(paths: readonly string[]): string[] {
  return [...paths].sort(naturalOrder);
}
