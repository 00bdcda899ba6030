import { fates, type ObjectList } from "../objects/fates.js";

/** What a pixel of two label or instance maps is. */
export const mapErrors = [
  "ignored",
  "background",
  "right",
  "missed",
  "false",
  "wrong",
  "split",
  "merged",
  "short",
  "over",
] as const;

export type MapError = (typeof mapErrors)[number];

const code = (error: MapError) => mapErrors.indexOf(error);

type Places = Uint8Array | Uint16Array;

/**
 * Two label maps compared: a pixel is right, of the wrong class, or missed where no class was predicted.
 *
 * @param classes how many there are; the place of what is no class, left out in the truth.
 * @param only looks at one class alone: found, missed, or false; null looks at all.
 * @returns one place in {@link mapErrors} a pixel.
 */
export function labelErrors(truth: Places, prediction: Places, classes: number, only: number | null): Uint8Array {
  return Uint8Array.from(truth, (t, i) => {
    const p = prediction[i];
    if (t === classes) return code("ignored");
    if (only !== null) {
      if (t === only) return code(p === only ? "right" : "missed");
      return code(p === only ? "false" : "background");
    }
    return code(t === p ? "right" : p === classes ? "missed" : "wrong");
  });
}

/**
 * Two instance maps compared: every pixel is what became of its object. Of a matched pair, what the prediction leaves out
 * is short, what it has too much is over. Where two objects that did not match lie over each other, that of the truth is
 * told.
 *
 * @param truth, prediction numbers of objects, 0 for background.
 * @returns one place in {@link mapErrors} a pixel.
 */
export function objectErrors(
  truth: Places,
  prediction: Places,
  lists: { readonly truth: ObjectList; readonly prediction: ObjectList },
): Uint8Array {
  const matched = fates.indexOf("matched");
  const codes = fates.map((fate) => (fate === "matched" ? code("right") : code(fate)));
  return Uint8Array.from(truth, (t, i) => {
    const p = prediction[i];
    if (t === 0 && p === 0) return code("background");
    const [tFate, pFate] = [lists.truth.fates[t - 1], lists.prediction.fates[p - 1]];
    if (t > 0 && tFate !== matched) return codes[tFate];
    if (p > 0 && pFate !== matched) return codes[pFate];
    if (t > 0 && p > 0) return code(lists.truth.partners[t - 1] === p ? "right" : "short");
    return code(t > 0 ? "short" : "over");
  });
}
