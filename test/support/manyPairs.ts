import { defaultSettings } from "../../src/core/settings.js";
import { schema } from "../../src/report/json.js";
import { seeded } from "../bench/field.js";

interface ManyPair {
  readonly name: string;
  readonly scores: Readonly<Record<string, number | null>>;
  readonly readAs: { readonly prediction: string; readonly truth: string };
}

/** A scores file as the command line writes it, of made-up pairs: for tests of many rows, which need no masks. */
export function manyPairs(count: number): { readonly pairs: readonly ManyPair[] } {
  const random = seeded(count);
  const pairs = Array.from({ length: count }, (_, i) => {
    const name = `tile_${String(i).padStart(5, "0")}`;
    const pixels = Math.round(Math.exp(2 + 8 * random()));
    const quality = Math.sqrt(random());
    const iou = quality * (1 - 1 / (1 + pixels / 60));
    const tp = Math.round(pixels * iou);
    // One in fifty has neither truth nor prediction.
    const isEmpty = i % 50 === 7;
    return {
      name,
      prediction: `/cluster/pred/${name}.png`,
      truth: `/cluster/gt/${name}.png`,
      width: 256,
      height: 256,
      kind: "binary",
      readAs: { prediction: "8-bit probability", truth: "0/255 mask" },
      notes: [],
      scores: {
        bce: 2 * (1 - quality) * random(),
        dice: 1 - (2 * iou) / (1 + iou),
        boundary_loss: 4 * random() - 2,
        iou: isEmpty ? null : iou,
        tp,
        fp: pixels - tp,
        fn: pixels - tp,
        tn: 65536 - 2 * pixels + tp,
      },
    };
  });
  return Object.assign(
    { schema, settings: defaultSettings, failures: [], unmatched: { predictions: [], truth: [] } },
    { pairs },
  );
}
