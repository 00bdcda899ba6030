import { classTitle } from "../../src/core/labels/classes.js";
import { mapErrors } from "../../src/core/maps/mapErrors.js";
import type { LabelMaps, NumberedObjects, ObjectMaps } from "../../src/core/maps/mapPair.js";
import { fates } from "../../src/core/objects/fates.js";
import type { Point } from "../stage/viewport.js";
import { errorLooks } from "./pictures.js";
import type { MapScene } from "./scene.js";

/** One pixel of two maps in words. */
export interface MapProbe extends Point {
  readonly truth: string;
  readonly prediction: string;
  /** What it is: right, missed … */
  readonly is: string;
}

export function mapProbe(scene: MapScene, { x, y }: Point, only: number | null): MapProbe {
  const { maps } = scene.view;
  const i = y * maps.width + x;
  const error = mapErrors[scene.compared(only).errors[i]];
  return {
    x,
    y,
    truth: maps.kind === "labels" ? className(maps, maps.truth[i], "ignored") : objectName(maps, "truth", i),
    prediction:
      maps.kind === "labels" ? className(maps, maps.prediction[i], "no class") : objectName(maps, "prediction", i),
    is: errorLooks[error].title,
  };
}

/** "car (13)", or the id alone where the class has no name. */
function className({ classes }: LabelMaps, place: number, none: string): string {
  const own = classes[place];
  if (!own) return none;
  return own.name === undefined ? classTitle(own) : `${own.name} (${own.id})`;
}

/** "17, matched, IoU 0.83"; the partner is of the other side. */
function objectName({ objects, ...maps }: ObjectMaps, side: "truth" | "prediction", i: number): string {
  const number = maps[side][i];
  return number === 0 ? "background" : describe(objects[side], number);
}

function describe({ ids, fates: own, ious }: NumberedObjects, number: number): string {
  const at = number - 1;
  const iou = ious[at] > 0 ? `, IoU ${ious[at].toFixed(2)}` : "";
  return `${ids[at]}, ${fates[own[at]]}${iou}`;
}
