import type { BandCounts } from "../boundary/bands.js";
import { boundary, type Convention, over } from "./convention.js";

const iou = ({ truth, prediction, both }: BandCounts, empty: number) => over(both, truth + prediction - both, empty);

export const boundaryIouApi: Convention = {
  title: "boundary-iou-api",
  library: "bowenc0221/boundary-iou-api 37d2558",
  prelude: () => "from boundary_iou.utils.boundary_utils import mask_to_boundary",
  scores: {
    boundary_iou: [
      boundary({
        differs: "As the default; nan where both masks are empty.",
        python: ({ threshold }) =>
          `(lambda a, b: (a & b).sum() / (a | b).sum())(mask_to_boundary(y), mask_to_boundary((p > ${threshold}).astype(np.uint8)))`,
        value: ({ bands }) => iou(bands, Number.NaN),
      }),
      boundary({
        name: "COCO",
        differs: "COCO's evaluation gives 0 where both masks are empty.",
        python: ({ threshold }) =>
          `(lambda a, b: (a & b).sum() / max(1, (a | b).sum()))(mask_to_boundary(y), mask_to_boundary((p > ${threshold}).astype(np.uint8)))`,
        value: ({ bands }) => iou(bands, 0),
      }),
    ],
  },
};
