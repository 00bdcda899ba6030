import type { StudyQuestion } from "../../src/protocol/calls.js";
import type { Scene } from "../stage/scene.js";
import type { BreakdownContent } from "./content.js";

/** What every study of the pair on the page is told. */
export function questionOf({ state, scene }: Pick<BreakdownContent, "state" | "scene">): StudyQuestion {
  const { threshold, kernel, preset, overrides, edits } = state;
  return { pair: pairOf(scene), threshold, kernel, preset, overrides, edits };
}

/** Names the pair for the host. */
export function pairOf({ view: { uris } }: Scene): StudyQuestion["pair"] {
  const { prediction, truth } = uris;
  return { prediction, truth };
}
