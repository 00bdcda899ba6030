import { catalogue } from "../../core/catalogue.js";
import { families } from "../../core/score.js";
import type { Settings } from "../../core/settings.js";
import { noScore, UsageError } from "./values.js";

/** Families, and scores of no family named with them; in catalogue order, each once. All families where there is no list. */
export function chosenBy(list: string | undefined): Pick<Settings, "families" | "scores"> {
  if (list === undefined) return { families };
  const names = list.split(",").map((name) => name.trim());
  const known: readonly string[] = [...families, ...catalogue.map(({ id }) => id)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--scores: ${noScore(unknown)} It takes a list of ${known.join(", ")}.`);
  }
  const chosen = families.filter((family) => names.includes(family));
  const single = catalogue.filter(({ id, family }) => names.includes(id) && !chosen.includes(family));
  return { families: chosen, ...(single.length > 0 && { scores: single.map(({ id }) => id) }) };
}
