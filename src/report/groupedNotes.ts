import type { Report } from "./report.js";

/** Kinds of notes, and names of pairs, that are written out; the rest is in the JSON. */
const MOST_KINDS = 12;
const MOST_NAMES = 3;

/**
 * The notes of all pairs, those that differ only in their numbers as one: the most frequent first, each with the pairs
 * that it is about.
 */
export function groupedNotes({ rows }: Pick<Report, "rows">): string[] {
  const groups = new Map<string, { readonly texts: Set<string>; readonly names: Set<string> }>();
  for (const { name, notes } of rows) {
    for (const note of notes) {
      const kind = note.replace(/\d[\d,.]*/g, "#");
      const group = groups.get(kind) ?? { texts: new Set(), names: new Set() };
      groups.set(kind, group);
      group.texts.add(note);
      group.names.add(name);
    }
  }
  const sorted = [...groups.values()].sort((a, b) => b.names.size - a.names.size);
  const hidden = sorted.length - MOST_KINDS;
  return [
    ...sorted.slice(0, MOST_KINDS).map((group) => lineOf(group, rows.length)),
    ...(hidden > 0 ? [`${hidden} more kinds of notes are in --json.`] : []),
  ];
}

function lineOf({ texts, names }: { readonly texts: Set<string>; readonly names: Set<string> }, pairs: number): string {
  const [text = ""] = texts;
  if (pairs === 1) return text;
  const [first = "", ...others] = names;
  if (others.length === 0) return `${first}: ${text}`;
  const shown = [first, ...others].slice(0, MOST_NAMES).join(", ");
  const list = names.size > MOST_NAMES ? `${shown}, …` : shown;
  const which = names.size === pairs ? `all ${pairs} pairs` : `${names.size} pairs (${list})`;
  return `${which}: ${text}${texts.size > 1 ? ` (${first}; the numbers of the others are in --json)` : ""}`;
}
