import { kernel as kernelParameter } from "../../src/core/parameters.js";
import type { State } from "./initialState.js";

/** Numbers that a slider, a key or a link sends too far stop at the end of their range. */
export function clampState(state: State): State {
  const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  return {
    ...state,
    split: between(state.split, 0, 1),
    // Steps of .01 add up to 0.6000000000000001, which is not the 0.6 that the CLI is given.
    threshold: Number(between(state.threshold, 0, 1).toFixed(6)),
    kernel: Math.round(between(state.kernel, kernelParameter.minimum, kernelParameter.maximum)),
  };
}
