import type { ErrorSummary, LargestError } from "../../src/core/regions/summary.js";
import type { Size } from "../stage/viewport.js";
import { formatCount, formatParameter } from "../ui/format.js";
import { type StageFacts, scoreText, stageTitle } from "./sentences.js";

/** What a screen reader is told of the stage. */
export interface Spoken extends StageFacts {
  readonly size: Size;
  readonly threshold: number;
  readonly errors: ErrorSummary;
}

/** All of it: "Pair 17 of 500, road_0412: IoU 0.61, 3 regions of error, the largest missed, upper left, 412 pixels; …". */
export function spokenStage(stage: Spoken): string {
  return `${stageTitle(stage)}: ${numbers(stage)}; showing ${stage.showing}`;
}

/** What a change has to say: the whole of another pair, else only what is different. Empty: nothing worth a word. */
export function spokenChange(before: Spoken | null, now: Spoken): string {
  if (!before || stageTitle(before) !== stageTitle(now)) return spokenStage(now);
  const said = [
    ...(before.threshold === now.threshold ? [] : [`Threshold ${formatParameter(now.threshold)}`]),
    ...(numbers(before) === numbers(now) ? [] : [numbers(now)]),
    ...(before.showing === now.showing ? [] : [`showing ${now.showing}`]),
  ];
  return said.join(": ");
}

function numbers({ iou, errors, size }: Spoken): string {
  const { count, largest } = errors;
  if (!largest) return `${scoreText(iou)}, no errors`;
  const what = count === 1 ? "1 region of error" : `${formatCount(count)} regions of error`;
  const which = count === 1 ? "" : "the largest ";
  const kind = largest.side === "fp" ? "false" : "missed";
  return `${scoreText(iou)}, ${what}, ${which}${kind}, ${placeOf(largest, size)}, ${formatCount(largest.pixels)} ${largest.pixels === 1 ? "pixel" : "pixels"}`;
}

/** Where in the image: thirds each way, as one would point. */
function placeOf({ x, y }: LargestError, { width, height }: Size): string {
  const third = (at: number, edge: number, names: readonly [string, string, string]) =>
    names[Math.min(2, Math.floor((3 * (at + 0.5)) / edge)) as 0 | 1 | 2];
  const place = [third(y, height, ["upper", "", "lower"]), third(x, width, ["left", "", "right"])];
  if (place.every((word) => word === "")) return "in the centre";
  if (place[0] === "") return `at the ${place[1]}`;
  return place[1] === "" ? `${place[0]} centre` : place.join(" ");
}
