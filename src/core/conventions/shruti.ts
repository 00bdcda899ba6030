import { focal } from "../losses/focal.js";
import { logCoshDice } from "../losses/logCoshDice.js";
import { softSums } from "../sums.js";
import type { Tally } from "../tally.js";
import { asDefault, binary, type Convention } from "./convention.js";

function tverskyIndex(tally: Tally, alpha: number): number {
  const { truth, prediction, intersection } = softSums(tally);
  const error = alpha * (truth - intersection) + (1 - alpha) * (prediction - intersection);
  return (intersection + 1) / (intersection + error + 1);
}

const call = (name: string) => `Semantic_loss_functions().${name}(Y, P).numpy()`;

export const shruti: Convention = {
  title: "Semantic-Segmentation-Loss-Functions",
  library: "shruti-jadon/Semantic-Segmentation-Loss-Functions 00d3335",
  prelude: () => `import tensorflow as tf
from loss_functions import Semantic_loss_functions  # the file of that repository

Y, P = (tf.constant(a[None, ..., None], tf.float32) for a in (y, p))`,
  scores: {
    focal: [asDefault(focal, { differs: "As the default.", python: call("focal_loss") })],
    tversky: [
      binary({
        parameters: { alpha: 0.7 },
        differs: "alpha = .7 weighs false negatives, 1 - alpha false positives; smooth is 1.",
        python: call("tversky_loss"),
        value: ({ pixels }, { alpha }) => 1 - tverskyIndex(pixels, alpha),
      }),
    ],
    focal_tversky: [
      binary({
        parameters: { gamma: 0.75 },
        differs: "alpha = .7 weighs false negatives, 1 - alpha false positives; smooth is 1.",
        python: call("focal_tversky"),
        value: ({ pixels }, { gamma }) => (1 - tverskyIndex(pixels, 0.7)) ** gamma,
      }),
    ],
    jaccard: [
      binary({
        differs: "No smooth: nan where both masks are empty.",
        python: call("jacard_similarity"),
        value: ({ pixels }) => {
          const { truth, prediction, intersection } = softSums(pixels);
          return 1 - intersection / (truth + prediction - intersection);
        },
      }),
    ],
    log_cosh_dice: [asDefault(logCoshDice, { differs: "As the default.", python: call("log_cosh_dice_loss") })],
  },
};
