import { scoreValue, selectedScores } from "../evaluate.js";
import type { Evidence } from "../evidence.js";
import type { Settings } from "../settings.js";
import { isLibrary } from "./index.js";

/** What a library's preset gives where it gives no number, in words: "keras gives nan: kappa, mcc". */
export function peerNotes(evidence: Evidence, settings: Settings): string[] {
  if (!isLibrary(settings.preset)) return [];
  const ids = new Map<string, string[]>();
  for (const score of selectedScores(settings, evidence.kind)) {
    const value = scoreValue(score, evidence, settings);
    if (typeof value === "string") ids.set(value, [...(ids.get(value) ?? []), score.id]);
  }
  return Array.from(ids, ([value, list]) => {
    const verb = value === "raises" ? "raises an error" : `gives ${value}`;
    return `${settings.preset} ${verb}: ${list.join(", ")}`;
  });
}
