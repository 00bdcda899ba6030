import { binary, type Convention, pixelSize } from "./convention.js";

export const scikitImage: Convention = {
  title: "scikit-image",
  library: "scikit-image 0.19.3",
  prelude: () =>
    "from itertools import permutations\nfrom scipy.spatial import cKDTree\nfrom skimage.metrics import hausdorff_distance",
  scores: {
    hd: [
      binary({
        differs:
          "Distances between the filled masks, not between their edges; 0 where both are empty, inf where one is.",
        python: ({ threshold }, call) =>
          pixelSize(
            call,
            // The function knows no pixel size: the same distances between points that do.
            (size) =>
              `max(cKDTree(a).query(b)[0].max() for a, b in permutations(np.argwhere(m) * (${size}) for m in (y > 0, p > ${threshold})))`,
          ) || `hausdorff_distance(y > 0, p > ${threshold})`,
        value: ({ peers }) => (peers ? Math.sqrt(peers.filledSquare) : null),
      }),
    ],
  },
};
