import { meanIou } from "../labels/scores.js";
import { meanIouTwoClasses } from "../metrics/thresholds.js";
import { softSums } from "../sums.js";
import { asDefault, binary, type Convention, labels } from "./convention.js";
import { clipFloat32, focalTerm, meanOf } from "./perPixel.js";

const MEAN_IOU = `np.mean([
    float(keras.metrics.MeanIoU(num_classes=2)(y.astype("int32"), (p > t).astype("int32")))
    for t in np.arange(10, 20) / 20])`;

const rounding = "float32: 1 - 1e-7 rounds to 0.99999988";

export const keras: Convention = {
  title: "Keras",
  library: "Keras 3.3.3",
  prelude: () => "import keras\n\nY, P = y.astype('float32'), p.astype('float32')",
  scores: {
    bce: [
      binary({
        parameters: { epsilon: 1e-7 },
        differs: `${rounding}, so a saturated false positive costs 15.942 instead of 16.118.`,
        python: "keras.losses.BinaryCrossentropy()(Y.reshape(1, -1), P.reshape(1, -1))",
        value: ({ pixels }, { epsilon }) =>
          meanOf(
            pixels,
            (p) => -Math.log(Math.fround(1 - clipFloat32(p, epsilon))),
            (p) => -Math.log(clipFloat32(p, epsilon)),
          ),
      }),
    ],
    dice: [
      binary({
        differs: "No smooth; 1e-7 stands in the denominator only, so two empty masks cost 1, where all others say 0.",
        python: "keras.losses.Dice()(Y, P)",
        value: ({ pixels }) => {
          const { truth, prediction, intersection } = softSums(pixels);
          return 1 - (2 * intersection) / (truth + prediction + 1e-7);
        },
      }),
    ],
    focal: [
      binary({
        parameters: { gamma: 2, alpha: 0.25, epsilon: 1e-7 },
        differs: `${rounding}; alpha counts only with apply_class_balancing=True.`,
        python: ({ gamma, alpha }) =>
          `keras.losses.BinaryFocalCrossentropy(apply_class_balancing=True, alpha=${alpha}, gamma=${gamma})(Y.reshape(1, -1), P.reshape(1, -1))`,
        value: ({ pixels }, { gamma, alpha, epsilon }) =>
          meanOf(
            pixels,
            (p) => (1 - alpha) * focalTerm(Math.fround(1 - clipFloat32(p, epsilon)), gamma),
            (p) => alpha * focalTerm(clipFloat32(p, epsilon), gamma),
          ),
      }),
      binary({
        name: "apply_class_balancing=False",
        parameters: { gamma: 2, epsilon: 1e-7 },
        differs: "Without alpha: the default of BinaryFocalCrossentropy.",
        python: ({ gamma }) =>
          `keras.losses.BinaryFocalCrossentropy(gamma=${gamma})(Y.reshape(1, -1), P.reshape(1, -1))`,
        value: ({ pixels }, { gamma, epsilon }) =>
          meanOf(
            pixels,
            (p) => focalTerm(Math.fround(1 - clipFloat32(p, epsilon)), gamma),
            (p) => focalTerm(clipFloat32(p, epsilon), gamma),
          ),
      }),
    ],
    tversky: [
      binary({
        parameters: { alpha: 0.3, beta: 0.7 },
        differs:
          "3.3.3 swaps false positives and false negatives against its own documentation (mended later); no smooth.",
        python: ({ alpha, beta }) => `keras.losses.Tversky(alpha=${alpha}, beta=${beta})(Y, P)`,
        value: ({ pixels }, { alpha, beta }) => {
          const { truth, prediction, intersection } = softSums(pixels);
          const error = alpha * (truth - intersection) + beta * (prediction - intersection);
          return 1 - intersection / (intersection + error + 1e-7);
        },
      }),
    ],
    mean_iou_bgfg: [
      asDefault(meanIouTwoClasses, {
        differs: "As the default, summed in float32; a class with an empty union is left out.",
        python: MEAN_IOU,
      }),
    ],
    miou: [
      labels({
        differs: "As the default: a class with an empty union is left out; 0 where none is left. float32.",
        python: "keras.metrics.MeanIoU(num_classes=len(ids))(y, p)",
        value: ({ confusion }) => meanIou(confusion) ?? 0,
      }),
    ],
  },
};
