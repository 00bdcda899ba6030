import type { Edit } from "./edits.js";

/** A change to try: an edit of the prediction, or another threshold. */
export interface Operation {
  readonly id: string;
  readonly title: string;
  /** For the head of a narrow column. */
  readonly short: string;
  /** What exactly it does to a soft mask. */
  readonly definition: string;
  /** @param threshold the one in use. */
  readonly change: (threshold: number) => { readonly edit: Edit } | { readonly threshold: number };
}

const edit = (edit: Edit) => () => ({ edit });

const shift = (id: string, title: string, short: string, dx: number, dy: number): Operation => ({
  id,
  title,
  short,
  definition: "All probabilities move by one pixel; what enters at the border is 0.",
  change: edit({ do: "shift", dx, dy }),
});

const turn = (id: string, title: string, short: string, by: number): Operation => ({
  id,
  title,
  short,
  definition: "Probabilities stay; only scores of the hard mask p > t change.",
  change: (threshold) => ({ threshold: Number(Math.min(1, Math.max(0, threshold + by)).toFixed(6)) }),
});

/** What can be tried on a prediction, in the order of the columns. */
export const operations: readonly Operation[] = [
  {
    id: "erode",
    title: "Erode",
    short: "Erode",
    definition: "p becomes the least p of its 3 × 3 window: the mask shrinks by a pixel at every threshold.",
    change: edit({ do: "erode" }),
  },
  {
    id: "dilate",
    title: "Dilate",
    short: "Dilate",
    definition: "p becomes the greatest p of its 3 × 3 window: the mask grows by a pixel at every threshold.",
    change: edit({ do: "dilate" }),
  },
  {
    id: "fillHoles",
    title: "Fill Holes",
    short: "Fill",
    definition: "Basins of p that do not reach the border are raised to their rim: no mask p > t has a hole.",
    change: edit({ do: "fillHoles" }),
  },
  {
    id: "dropSpecks",
    title: "Drop Specks",
    short: "Specks",
    definition: "Peaks of p are lowered until they are wider than 3 pixels: no mask p > t has a speck.",
    change: edit({ do: "dropSpecks" }),
  },
  shift("left", "Shift Left", "←", -1, 0),
  shift("right", "Shift Right", "→", 1, 0),
  shift("up", "Shift Up", "↑", 0, -1),
  shift("down", "Shift Down", "↓", 0, 1),
  {
    id: "binarise",
    title: "Make It Hard",
    short: "0 / 1",
    definition: "p becomes 1 above the threshold, else 0: soft losses then see what hard metrics see.",
    change: (threshold) => ({ edit: { do: "binarise", threshold } }),
  },
  turn("lower", "Lower the Threshold by .1", "t −.1", -0.1),
  turn("higher", "Raise the Threshold by .1", "t +.1", 0.1),
];
