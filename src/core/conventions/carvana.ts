import { clip } from "../losses/bce.js";
import { bceDice } from "../losses/bceDice.js";
import { bceLogDice } from "../losses/bceLogDice.js";
import { dice } from "../losses/dice.js";
import { weightedBce } from "../losses/weightedBce.js";
import { weightedBceDice } from "../losses/weightedBceDice.js";
import { weightedDice } from "../losses/weightedDice.js";
import type { Score } from "../score.js";
import { hardCounts, softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { asDefault, binary, type Convention, same } from "./convention.js";
import { hardRates } from "./hardRates.js";
import { sumOf } from "./perPixel.js";

const tensors = (kernel: number) => `Y, P = (K.constant(a[None, ..., None]) for a in (y, p))
average = K.pool2d(Y, (${kernel}, ${kernel}), strides=(1, 1), padding="same", pool_mode="avg")
weight = 5 * K.exp(-5 * K.abs(average - 0.5))
weight *= y.size / K.sum(weight)`;

const own = (name: string) => `K.eval(losses.${name}(Y, P))`;

/**
 * The same loss on the weight that Keras 3 gives on torch, whose pooling is another for even kernels.
 *
 * @param call the loss in NumPy: `w` is the weight, `c` the clipped probability.
 */
const onTorch = (score: Score, call: string) =>
  binary({
    name: "Keras 3 on torch",
    differs:
      "With an even kernel Keras 3.3.3 on torch counts the row and column of zeros that it pads behind the image: weights near the right and lower border differ.",
    prelude: ({ kernel }) => `import os
os.environ["KERAS_BACKEND"] = "torch"
import keras

average = keras.ops.average_pool(y[None, ..., None].astype("float32"), ${kernel}, 1, "same")
w = 5 * np.exp(-5 * np.abs(keras.ops.convert_to_numpy(average)[0, ..., 0] - 0.5))
w, c = w / w.mean(), np.clip(p, 1e-7, 1 - 1e-7)`,
    python: call,
    value: (evidence, values) =>
      evidence.peers ? score.evaluate({ ...evidence, weighted: evidence.peers.kerasTorch }, values) : null,
  });

const BCE_IN_NUMPY = "-(w * (y * np.log(c) + (1 - y) * np.log(1 - c))).mean()";
const diceInNumpy = (w: string) => `1 - (2 * (${w}y * p).sum() + 1) / ((${w}y).sum() + (${w}p).sum() + 1)`;

export const lyakaap: Convention = {
  title: "Kaggle Carvana, 3rd place",
  library: "lyakaap/Kaggle-Carvana-3rd-Place-Solution 386653e",
  prelude: ({ kernel }) => `import keras.backend as K
import losses  # the file of that repository

${tensors(kernel)}`,
  scores: {
    ...hardRates({
      count: hardCounts,
      empty: Number.NaN,
      differs: "As the default; nan where both masks are empty.",
      python: { f1: (threshold) => `K.eval(losses.dice_coef(Y, K.constant((p > ${threshold})[None, ..., None])))` },
    }),
    bce_log_dice: [asDefault(bceLogDice, { differs: same, python: own("bce_logdice_loss") })],
    weighted_bce: [
      asDefault(weightedBce, { differs: same, python: "K.eval(losses.weighted_bce_loss(Y, P, weight))" }),
      onTorch(weightedBce, BCE_IN_NUMPY),
    ],
    weighted_dice: [
      asDefault(weightedDice, { differs: same, python: "K.eval(losses.weighted_dice_loss(Y, P, weight))" }),
      onTorch(weightedDice, diceInNumpy("w * ")),
    ],
    weighted_bce_dice: [
      asDefault(weightedBceDice, { differs: same, python: own("weighted_bce_dice_loss") }),
      onTorch(weightedBceDice, `${BCE_IN_NUMPY} + ${diceInNumpy("")}`),
    ],
  },
};

/** Sum of the log losses, those of the positives by weight; not yet divided. */
function positivesWeighted(plain: Tally, weighted: Tally): number {
  return (
    sumOf(
      plain,
      (p) => -Math.log(1 - clip(p, 1e-7)),
      () => 0,
    ) +
    sumOf(
      weighted,
      () => 0,
      (p) => -Math.log(clip(p, 1e-7)),
    )
  );
}

/** Dice loss of a tally of squared weights. */
function squaredWeightDice(tally: Tally): number {
  const { truth, prediction, intersection } = softSums(tally);
  return 1 - (2 * intersection + 1) / (truth + prediction + 1);
}

export const petrosgk: Convention = {
  title: "Kaggle Carvana, petrosgk",
  library: "petrosgk/Kaggle-Carvana a4150d2",
  prelude: ({ kernel }) => `import keras.backend as K
from model import losses  # of that repository

${tensors(kernel)}
inside = K.cast(average > 0.005, "float32") * K.cast(average < 0.995, "float32")
border = 1 + 2 * inside
border *= y.size / K.sum(border)`,
  scores: {
    dice: [asDefault(dice, { differs: same, python: own("dice_loss") })],
    bce_dice: [asDefault(bceDice, { differs: same, python: own("bce_dice_loss") })],
    weighted_bce: [
      binary({
        differs:
          "The weight (here the same map) counts on the positive term only; the sum is still divided by all weights.",
        python: "K.eval(losses.weighted_bce_loss(Y, P, weight))",
        value: ({ pixels, weighted }) =>
          weighted ? positivesWeighted(pixels, weighted) / softSums(weighted).pixels : null,
      }),
    ],
    weighted_dice: [
      binary({
        differs: "Another map (3 near the border, 1 elsewhere), and its square.",
        python: "K.eval(losses.weighted_dice_loss(Y, P, border))",
        value: ({ peers }) => (peers ? squaredWeightDice(peers.borderSquared) : null),
      }),
    ],
    weighted_bce_dice: [
      binary({
        differs: "Another map (3 near the border, 1 elsewhere): on the positive term of BCE only, squared in Dice.",
        python: "K.eval(losses.weighted_bce_loss(Y, P, border) + losses.weighted_dice_loss(Y, P, border))",
        value: ({ pixels, peers }) =>
          peers
            ? positivesWeighted(pixels, peers.border) / softSums(peers.border).pixels +
              squaredWeightDice(peers.borderSquared)
            : null,
      }),
    ],
  },
};
