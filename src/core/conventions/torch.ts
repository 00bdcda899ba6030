import { bce } from "../losses/bce.js";
import { focal } from "../losses/focal.js";
import { nll } from "../metrics/calibration.js";
import { asDefault, binary, type Convention, labels } from "./convention.js";
import { clipFloat32, meanOf } from "./perPixel.js";

/** ln p, which BCELoss does not let fall below -100. */
const clampedLog = (p: number) => Math.max(-100, Math.log(p));

const logits = (epsilon: number) => `torch.logit(P, eps=${epsilon})`;

const focalParameters = { gamma: 2, alpha: 0.25, epsilon: 1e-7 };
const focalCall = (values: Readonly<Record<"gamma" | "alpha" | "epsilon", number>> & { readonly reduction: string }) =>
  `sigmoid_focal_loss(${logits(values.epsilon)}, Y, alpha=${values.alpha}, gamma=${values.gamma}, reduction="${values.reduction}")`;

export const torch: Convention = {
  title: "PyTorch",
  library: "torch 1.13, torchvision 0.14.1",
  prelude: () => `import torch
from torch.nn import functional as F
from torchvision.ops import sigmoid_focal_loss

Y, P = torch.from_numpy(y).double(), torch.from_numpy(p)`,
  scores: {
    bce: [
      binary({
        differs: "BCELoss clamps each logarithm at -100 instead of clipping p: a saturated wrong pixel costs 100.",
        python: "F.binary_cross_entropy(P, Y)",
        value: ({ pixels }) =>
          meanOf(
            pixels,
            (p) => -clampedLog(1 - p),
            (p) => -clampedLog(p),
          ),
      }),
      asDefault(bce, {
        name: "logits",
        parameters: { epsilon: 1e-7 },
        differs: "As the default: BCEWithLogitsLoss on the logit of p clipped to [ε, 1 − ε].",
        python: ({ epsilon }) => `F.binary_cross_entropy_with_logits(${logits(epsilon)}, Y)`,
      }),
      binary({
        name: "float32 clipped",
        differs: "float32: 1 - 1e-7 rounds to 0.99999988, so a saturated false positive costs 15.942.",
        python: "F.binary_cross_entropy(P.float().clamp(1e-7, 1 - 1e-7), Y.float())",
        value: ({ pixels }) =>
          meanOf(
            pixels,
            (p) => -Math.log(Math.fround(1 - clipFloat32(p, 1e-7))),
            (p) => -Math.log(clipFloat32(p, 1e-7)),
          ),
      }),
    ],
    nll: [
      labels({
        parameters: { epsilon: 1e-7 },
        differs: "As the default: the logarithm of the clipped probability of the true class.",
        python: ({ epsilon }) =>
          `F.nll_loss(torch.from_numpy(probabilities).clamp(${epsilon}, 1 - ${epsilon}).log().T, torch.from_numpy(y))`,
        value: (evidence, values) => nll.evaluate(evidence, values),
      }),
    ],
    focal: [
      asDefault(focal, {
        parameters: { ...focalParameters, reduction: "mean" },
        differs: "As the default.",
        python: focalCall,
      }),
      asDefault(focal, {
        name: "reduction=sum",
        parameters: { ...focalParameters, reduction: "sum" },
        differs: "Summed over pixels, so it grows with the image.",
        python: focalCall,
      }),
    ],
  },
};
