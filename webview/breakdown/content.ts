import type { Settings } from "../../src/core/settings.js";
import type { Scene } from "../stage/scene.js";
import type { State } from "../state/state.js";
import type { Reading } from "./analysis.js";

/** What the breakdown shows, and its panes. */
export interface BreakdownContent {
  readonly state: State;
  readonly settings: Settings;
  readonly readings: readonly Reading[];
  readonly scene: Scene;
  /** What is not read of the pixels yet is on its way. */
  readonly computing: boolean;
}
