import type { Layer } from "../../src/protocol/persisted.js";
import type { LayerPicture } from "../paint/painter.js";
import { shownLayers } from "../state/looks.js";
import type { State } from "../state/state.js";
import type { SourceImage } from "./scene.js";
import type { Pane, Sheet } from "./stageDrawing.js";

/** Where the pictures of a pair come from. */
export interface LayerSource {
  /** The layers that such a pair has; the image is one of them. */
  readonly layers: readonly Layer[];
  readonly image: SourceImage | null;
  /** null: there is no picture of it here. */
  paint(layer: Exclude<Layer, "image">, overImage: boolean): LayerPicture | null;
  titleOf(layer: Layer): string;
  /** What to say where there is no picture. */
  missing(layer: Layer): string;
}

/** The layers of each pane of the stage, from the bottom up; the image is under all of them. */
function layersOfPanes(
  { arrangement, looks, sides, layer }: Pick<State, "arrangement" | "looks" | "sides" | "layer">,
  known: readonly Layer[],
): readonly (readonly Layer[])[] {
  const stack = shownLayers(looks).filter((shown) => shown !== "image" && known.includes(shown));
  // Where all that is chosen is of another kind of pair, errors are what every kind has.
  const whole = stack.length > 0 ? stack : [known.includes(layer) ? ("image" as const) : ("errors" as const)];
  switch (arrangement) {
    case "single":
      return [whole];
    case "sideBySide":
    case "grid": {
      if (known.includes("agreement")) return comparedPanes(arrangement);
      // What has a pane of its own already is not worth another.
      const main = layer === "truth" || layer === "prediction" || layer === "image" ? (["errors"] as const) : whole;
      const panes = [["truth"], ["prediction"], main] as const;
      return arrangement === "grid" ? [["image"], ...panes] : panes;
    }
    case "swipe":
    case "onion":
    case "blink":
      return sides.map((side, i) => [known.includes(side) ? side : i === 0 ? "truth" : "prediction"]);
  }
}

/** Two models beside each other, and where they agree; in a grid with the truth. */
function comparedPanes(arrangement: "sideBySide" | "grid"): readonly (readonly Layer[])[] {
  const panes = [["otherErrors"], ["errors"], ["agreement"]] as const;
  return arrangement === "grid" ? [["truth"], ...panes] : panes;
}

/** All layers that a state has on the stage. */
export function stageLayers(state: State, known: readonly Layer[]): readonly Layer[] {
  return layersOfPanes(state, known).flat();
}

export interface PaintedPanes {
  readonly panes: readonly Pane[];
  /** What was painted, by layer. */
  readonly painted: ReadonlyMap<Layer, LayerPicture>;
  /** All layers on the stage, from the top down. */
  readonly onStage: readonly Layer[];
}

export function paintPanes(source: LayerSource, state: State): PaintedPanes {
  const image = state.looks.image.shown ? source.image : null;
  const painted = new Map<Layer, LayerPicture>();

  const sheetOf = (layer: Exclude<Layer, "image">, isBottom: boolean): Sheet | null => {
    const picture = source.paint(layer, image !== null);
    if (!picture) return null;
    painted.set(layer, picture);
    return { id: layer, content: picture.picture, opacity: isBottom ? 1 : state.looks[layer].opacity };
  };

  const paneOf = (of: readonly Layer[]): Pane => {
    const layers = of.filter((layer) => layer !== "image");
    const isImage = layers.length < of.length;
    const under = isImage ? source.image : image;
    const sheets: Sheet[] = [];
    if (under) {
      const content = isGray(state, layers) ? under.gray : under.colour;
      sheets.push({ id: "image", content, opacity: state.looks.image.opacity });
    }
    for (const layer of layers) {
      const sheet = sheetOf(layer, sheets.length === 0);
      if (sheet) sheets.push(sheet);
    }
    const lacking = isImage && !under ? "image" : layers.find((layer) => !painted.has(layer));
    return { title: of.map(source.titleOf).join(" + "), sheets, ...(lacking && { missing: source.missing(lacking) }) };
  };

  const layers = layersOfPanes(state, source.layers);
  const panes = layers.map(paneOf);
  return {
    panes: state.arrangement === "onion" ? [faded(panes, state.split)] : panes,
    painted,
    onStage: [...new Set(layers.flat())].reverse(),
  };
}

/** Both pictures in one pane: the second shows through the first as far as the slider says. */
function faded([first, second]: readonly Pane[], part: number): Pane {
  const own = ({ id }: Sheet) => id !== "image";
  const fade = (sheets: readonly Sheet[], side: string, by: number) =>
    sheets.filter(own).map((sheet) => ({ ...sheet, id: `${side} ${sheet.id}`, opacity: sheet.opacity * by }));
  const under = first.sheets.filter((sheet) => !own(sheet));
  const below = under.length > 0 ? under : second.sheets.filter((sheet) => !own(sheet));
  return {
    title: `${first.title} → ${second.title}`,
    // Where one side is the image alone, the other fades over it.
    sheets: [...below, ...fade(first.sheets, "first", 1 - part), ...fade(second.sheets, "second", part)],
    ...(first.missing && second.missing && { missing: first.missing }),
  };
}

/** Under colours that stand for data the image's own would be taken for those. */
function isGray({ looks }: State, over: readonly Layer[]): boolean {
  const { colours } = looks.image;
  if (colours !== "auto") return colours === "gray";
  return over.some((layer) => layer !== "truth" && layer !== "prediction");
}
