import type { Settings } from "../../core/settings.js";
import { distinctNames } from "../../report/comparison/names.js";
import type { RunHead } from "./runHead.js";

/** What may tell two runs apart, in words; empty where it goes without saying. */
const facets: ReadonlyArray<(settings: Settings) => string> = [
  ({ threshold }) => `threshold ${threshold}`,
  ({ preset }) => `preset ${preset}`,
  ({ kernel }) => `kernel ${kernel}`,
  ({ ignore }) => (ignore === null ? "nothing ignored" : `ignoring ${ignore}`),
  ({ kind }) => (kind === "auto" ? "kind by values" : `kind ${kind}`),
  ({ spacing }) => (spacing ? `pixels of ${spacing.join(" × ")}` : "distances in pixels"),
  ({ emptyPolicy }) => (emptyPolicy === "exclude" ? "undefined left out" : `undefined as ${emptyPolicy}`),
  ({ overrides }) => (Object.keys(overrides ?? {}).length > 0 ? "parameters turned" : "parameters of the preset"),
  ({ classes }) => (classes ? `${classes.length} classes listed` : "no class list"),
];

/** Runs of the same name, among all. */
export function namesakes(head: RunHead, all: readonly RunHead[]): readonly RunHead[] {
  return all.filter(({ id, name }) => id !== head.id && name === head.name);
}

/** How a run differs from others of its name: folder, truth, then settings; empty where it is the clock alone. */
export function runDifference(head: RunHead, others: readonly RunHead[]): string {
  if (others.length === 0) return "";
  const all = [head, ...others];
  const differs = (values: readonly string[]) => values.some((value) => value !== values[0]);
  const folder = (of: (head: RunHead) => string, words: (name: string) => string) => {
    const paths = all.map(of);
    if (!differs(paths)) return [];
    // A path that several have counts once: their names are then the same.
    const distinct = Array.from(new Set(paths));
    return [words(distinctNames(distinct)[distinct.indexOf(paths[0])])];
  };
  return [
    ...folder(
      ({ folders }) => folders.predictions,
      (name) => name,
    ),
    ...folder(
      ({ folders }) => folders.truth,
      (name) => `against ${name}`,
    ),
    ...facets.flatMap((words) => {
      const texts = all.map(({ settings }) => words(settings));
      return differs(texts) ? [texts[0]] : [];
    }),
  ].join(", ");
}
