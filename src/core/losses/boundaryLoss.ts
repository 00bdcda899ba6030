import { defineScore, ratio } from "../score.js";
import { cellTable } from "../shares.js";
import { softSums } from "../sums.js";

/** The mean of p times the signed distance of the truth: the sum of p over a tally of distances. */
export const boundaryLoss = defineScore({
  id: "boundary_loss",
  title: "Boundary loss",
  group: "losses",
  formula: String.raw`\frac1N\sum_ip_i\,\varphi_i,\quad \varphi=\begin{cases}d&y=0\\-(d-1)&y=1\end{cases},\ d=\text{distance to the nearest pixel of the other class}`,
  source:
    "Kervadec et al. 2019; LIVIAETS/boundary-loss, one_hot2dist and SurfaceLoss of the foreground; scipy distance_transform_edt",
  better: "lower",
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  empty: "0 where the truth is empty or full: it has no boundary",
  family: "boundary",
  reads: "distances",
  sharing: "sum",
  parameters: {},
  value: ({ pixels, boundary }) =>
    boundary?.signedDistance ? ratio(softSums(boundary.signedDistance).prediction, softSums(pixels).pixels) : null,
  pixelShares({ pixels, boundary }) {
    const tally = boundary?.signedDistance;
    const { pixels: counted } = softSums(pixels);
    const share = (p: number) => p / counted;
    return tally && counted > 0 ? { signedDistance: cellTable(tally, share, share) } : null;
  },
});
