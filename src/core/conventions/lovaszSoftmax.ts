import { lovaszHinge } from "../losses/lovaszHinge.js";
import { lovaszSigmoid } from "../losses/lovaszSigmoid.js";
import { lovaszSoftmax as softmax } from "../losses/lovaszSoftmax.js";
import { asDefault, type Convention } from "./convention.js";

const BOTH = "torch.stack([1 - P, P], 1)";

export const lovaszSoftmax: Convention = {
  title: "LovaszSoftmax",
  library: "bermanmaxim/LovaszSoftmax 7d48792 (pytorch)",
  prelude: () => `import torch
import lovasz_losses as L  # pytorch/lovasz_losses.py of that repository

Y, P = torch.from_numpy(y).long()[None], torch.from_numpy(p)[None]`,
  scores: {
    lovasz_hinge: [
      asDefault(lovaszHinge, {
        differs: "As the default, in float32.",
        python: "L.lovasz_hinge(torch.logit(P, eps=1e-7).float(), Y)",
      }),
    ],
    lovasz_sigmoid: [
      asDefault(lovaszSigmoid, {
        differs: "As the default: the foreground alone.",
        python: `L.lovasz_softmax(${BOTH}, Y, classes=[1])`,
      }),
    ],
    lovasz_softmax: [
      asDefault(softmax, {
        differs: "As the default: a class that the truth lacks is left out (classes='present').",
        python: `L.lovasz_softmax(${BOTH}, Y, classes="present")`,
      }),
      asDefault(softmax, {
        name: "classes=all",
        parameters: { classes: "all" },
        differs: "A class that the truth lacks costs its largest p.",
        python: `L.lovasz_softmax(${BOTH}, Y, classes="all")`,
      }),
    ],
  },
};
