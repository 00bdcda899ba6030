import type { Score } from "../../src/core/score.js";
import type { Action, State } from "../state/state.js";

/** How the stage shows a loss by pixel: shares where it is a sum over pixels, else its gradient. */
export interface PerPixel {
  /** What the button that does it says. */
  readonly label: string;
  readonly show: Action;
  isShown(state: Pick<State, "looks" | "loss" | "gradient">): boolean;
}

/** null: the loss has neither. */
export function perPixelOf({ id, title, sharing, hasGradient, group }: Score): PerPixel | null {
  if (group !== "losses") return null;
  if (sharing === "sum") {
    return {
      label: `Show ${title} per Pixel`,
      show: { do: "set", change: { layer: "loss", loss: id } },
      isShown: ({ looks, loss }) => looks.loss.shown && loss === id,
    };
  }
  if (!hasGradient) return null;
  return {
    label: `Show the Gradient of ${title}`,
    show: { do: "set", change: { layer: "gradient", gradient: id } },
    isShown: ({ looks, gradient }) => looks.gradient.shown && gradient === id,
  };
}
