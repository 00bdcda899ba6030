import type { State } from "./state.js";

/** Whether two states differ in where the camera looks, if at all. */
export function isCameraMove(from: State, to: State): boolean {
  return keysOf(to).every((key) => key === "camera" || from[key] === to[key]);
}

const keysOf = (state: State) => Object.keys(state) as Array<keyof State>;
