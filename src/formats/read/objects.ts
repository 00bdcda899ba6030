import { piecesOfIds } from "../../core/objects/pieces.js";
import type { Raster } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { blame } from "./blame.js";
import { type IdMap, idsOf, readIds } from "./idMap.js";
import type { ReadOptions } from "./options.js";
import { pixelsHave } from "./words.js";

/** A pair read as instance maps, and how. */
export interface ObjectReading {
  readonly kind: "objects";
  /** Its meaning is "object": 0 is background, every other id one object. */
  readonly truth: Raster;
  readonly prediction: Raster;
  /** Truth value whose pixels belong to no object, or null. */
  readonly ignore: number | null;
  readonly readAs: { readonly truth: string; readonly prediction: string };
  readonly notes: readonly string[];
}

/**
 * Reads both files as object ids.
 * @param because why the pair is read so, where it was not said; added to the words.
 * @throws FormatError for colours, and for files that hold no ids.
 */
export function readObjects(
  truth: StoredImage,
  prediction: StoredImage,
  { ignore }: ReadOptions,
  because: string | null,
): ObjectReading {
  const { width, height } = truth;
  const y = blame("truth", () => readSide("truth", truth));
  const p = blame("prediction", () => readSide("prediction", prediction));
  const raster = ({ samples }: IdMap): Raster => ({ width, height, samples, meaning: "object", maximum: 65535 });
  const ignored = y.census.counts[y.census.values.indexOf(ignore ?? -1)] ?? 0;
  return {
    kind: "objects",
    truth: raster(y),
    prediction: raster(p),
    ignore,
    readAs: {
      truth: `object ids, ${y.source}${ignored > 0 ? `, ${ignore} = ignored` : ""}${because === null ? "" : `: ${because}`}`,
      prediction: `object ids, ${p.source}`,
    },
    notes: [
      ...(ignored > 0 ? [`truth: ${pixelsHave(ignored)} the ignored value ${ignore}`] : []),
      ...maskNote("truth", y, ignore, width, height),
      ...maskNote("prediction", p, ignore, width, height),
    ],
  };
}

function readSide(side: string, image: StoredImage): IdMap {
  if (image.planes === undefined) return readIds(side, image);
  throw new FormatError(
    `${side} holds ${image.planes} maps of ${image.height} x ${image.width}`,
    "Save object ids as one H x W array.",
  );
}

/** A lone id in several pieces is a mask of all objects rather than one of them. */
function maskNote(side: string, map: IdMap, ignore: number | null, width: number, height: number): string[] {
  const [id, second] = idsOf(map, side === "truth" ? ignore : null);
  if (id === undefined || second !== undefined) return [];
  const pieces = piecesOfIds(map.samples, width, height).get(id) ?? 0;
  if (pieces < 2) return [];
  return [
    `${side}: the only id, ${id}, has ${pieces} pieces and counts as one object: --kind binary makes every piece one`,
  ];
}
