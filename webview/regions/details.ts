import type { Region } from "../../src/core/regions/list.js";
import type { Score } from "../../src/core/score.js";
import type { Reading } from "../breakdown/analysis.js";
import { createDeltaTable } from "../breakdown/deltaTable.js";
import { element, setText } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import { textButton } from "../ui/widgets.js";

export interface RegionDetailsContent {
  readonly region: Region;
  readonly now: readonly Reading[];
  /** The scores were the region corrected; null while they are computed. */
  readonly after: readonly Reading[] | null;
}

/** A chosen region: what it is, where, and what every score would gain. */
export function createRegionDetails(correct: (region: Region) => void, fly: (region: Region) => void) {
  const words = element("p", { class: "region-words", "data-testid": "region-words" });
  const table = createDeltaTable(
    "Scores if this region were corrected",
    ["Now", "Corrected", "Change"],
    "region-score",
  );
  let shown: Region | null = null;
  const act = (does: (region: Region) => void) => () => {
    if (shown) does(shown);
  };
  const root = element(
    "div",
    { class: "region-details", "data-testid": "region-details" },
    words,
    element(
      "div",
      { class: "details-actions" },
      textButton("Show", act(fly), { testid: "region-show" }),
      textButton("Correct It in What If", act(correct), { testid: "region-correct" }),
    ),
    table.element,
  );
  const isShown = ({ group, id }: Score) =>
    group === "losses" || ["iou", "f1", "mean_iou", "boundary_iou", "hd95", "object_f1"].includes(id);
  return {
    element: root,
    show({ region, now, after }: RegionDetailsContent) {
      shown = region;
      const { kind, pixels, box } = region;
      setText(
        words,
        `${kind.definition} ${formatCount(pixels)} px at x ${box.x} to ${box.x + box.width - 1}, y ${box.y} to ${box.y + box.height - 1}.`,
      );
      table.show(
        now.filter(({ score }) => isShown(score)),
        after,
      );
    },
  };
}
