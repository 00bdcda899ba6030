import { scoreById } from "../../src/core/catalogue.js";
import type { PairScores } from "../../src/protocol/pairView.js";
import { element } from "../ui/dom.js";
import { formatValue } from "../ui/format.js";

/** Ids, and short names. */
const headlines: Readonly<Record<PairScores["kind"], ReadonlyArray<readonly [id: string, name: string]>>> = {
  labels: [
    ["miou", "mIoU"],
    ["pixel_accuracy", "Accuracy"],
    ["macro_f1", "Macro F1"],
    ["fw_iou", "FW IoU"],
  ],
  objects: [
    ["pq", "PQ"],
    ["object_f1", "F1"],
    ["object_ap", "AP"],
    ["sq", "SQ"],
  ],
};

/** The numbers that people ask for first of two label or instance maps. */
export function mapHeadline({ kind, scores }: PairScores): HTMLElement {
  const cells = headlines[kind].flatMap(([id, name]) => {
    if (!(id in scores)) return [];
    const value = scores[id] ?? null;
    const { title, empty } = scoreById(id);
    return [
      element(
        "div",
        { title: value === null ? `Undefined. On empty masks: ${empty}` : title },
        element("dt", {}, name),
        element(
          "dd",
          { "data-testid": `headline-${id}`, "data-value": value === null ? "" : String(value) },
          formatValue(value),
        ),
      ),
    ];
  });
  return element("dl", { class: "headline" }, ...cells);
}
