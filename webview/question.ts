import type { StudyQuestion } from "../src/protocol/calls.js";
import type { BreakdownContent } from "./breakdown.js";

/** What every study of the pair on the page is told. */
export function questionOf({ state, scene }: Pick<BreakdownContent, "state" | "scene">): StudyQuestion {
  const { threshold, kernel, preset, overrides, edits } = state;
  return { pair: scene.view.uris.prediction, threshold, kernel, preset, overrides, edits };
}
