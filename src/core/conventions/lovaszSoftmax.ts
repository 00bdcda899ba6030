import { lovaszHinge } from "../losses/lovaszHinge.js";
import { lovaszSigmoid } from "../losses/lovaszSigmoid.js";
import { lovaszSoftmax as softmax } from "../losses/lovaszSoftmax.js";
import { asDefault, type Convention, labels } from "./convention.js";

const BOTH = "torch.stack([1 - P, P], 1)";

const ofClasses = (classes: "present" | "all", name: string | undefined, differs: string) =>
  labels({
    ...(name !== undefined && { name }),
    parameters: { classes },
    differs,
    python: `L.lovasz_softmax(torch.from_numpy(probabilities)[None, ..., None], Y[..., None], classes="${classes}")`,
    value: (evidence, values) => softmax.evaluate(evidence, values),
  });

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
        parameters: { epsilon: 1e-7 },
        python: ({ epsilon }) => `L.lovasz_hinge(torch.logit(P, eps=${epsilon}).float(), Y)`,
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
      ofClasses("present", undefined, "As the default: a class that the truth lacks is left out (classes='present')."),
      asDefault(softmax, {
        name: "classes=all",
        parameters: { classes: "all" },
        differs: "A class that the truth lacks costs its largest p.",
        python: `L.lovasz_softmax(${BOTH}, Y, classes="all")`,
      }),
      ofClasses("all", "classes=all", "A class that the truth lacks costs its largest p."),
    ],
  },
};
