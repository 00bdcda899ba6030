import { defaultSettings } from "../../src/core/settings.js";
import type { PersistedState } from "../../src/protocol/persisted.js";
import { initialLooks } from "./looks.js";

/** Everything that a person chose on the page. A value: every change makes a new one, and it survives a reload. */
export type State = PersistedState;

export const initialState: State = {
  pair: null,
  layer: "errors",
  looks: initialLooks,
  arrangement: "single",
  sides: ["truth", "prediction"],
  split: 0.5,
  rings: true,
  loss: "bce",
  gradient: "dice",
  order: "catalogue",
  expanded: [],
  compared: [],
  locked: false,
  breakdownWidth: null,
  filmstrip: true,
  folded: [],
  gain: "iou",
  edits: [],
  camera: null,
  host: null,
  threshold: defaultSettings.threshold,
  kernel: defaultSettings.kernel,
  preset: defaultSettings.preset,
  overrides: {},
};
