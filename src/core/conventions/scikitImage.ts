import { binary, type Convention } from "./convention.js";

export const scikitImage: Convention = {
  title: "scikit-image",
  library: "scikit-image 0.19.3",
  prelude: () => "from skimage.metrics import hausdorff_distance",
  scores: {
    hd: [
      binary({
        differs:
          "Distances between the filled masks, not between their edges; 0 where both are empty, inf where one is.",
        python: ({ threshold }) => `hausdorff_distance(y > 0, p > ${threshold})`,
        value: ({ peers }) => (peers ? Math.sqrt(peers.filledSquare) : null),
      }),
    ],
  },
};
