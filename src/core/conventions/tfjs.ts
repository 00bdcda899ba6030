import { binary, type Convention } from "./convention.js";
import { meanOf } from "./perPixel.js";

const EPSILON = Math.fround(1e-7);

export const tfjs: Convention = {
  title: "TensorFlow log_loss",
  library: "TensorFlow.js 4.22 losses.logLoss (as tf.compat.v1.losses.log_loss)",
  prelude: () => "import tensorflow as tf",
  scores: {
    bce: [
      binary({
        differs:
          "Adds 1e-7 to p inside the logarithm instead of clipping, in float32: slightly negative where both masks are empty.",
        python: "tf.compat.v1.losses.log_loss(y.astype('float32'), p.astype('float32'))",
        value: ({ pixels }) =>
          meanOf(
            pixels,
            (p) => -Math.log(Math.fround(Math.fround(1 - Math.fround(p)) + EPSILON)),
            (p) => -Math.log(Math.fround(Math.fround(p) + EPSILON)),
          ),
      }),
    ],
  },
};
