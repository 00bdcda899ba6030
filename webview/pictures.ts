import { scoreById } from "../src/core/catalogue.js";
import type { Settings } from "../src/core/settings.js";
import type { Layer } from "../src/protocol/persisted.js";
import { shownLayers } from "./looks.js";
import type { LayerPicture, Painter } from "./paint/painter.js";
import type { LossTables } from "./paint/weightedLoss.js";
import type { Scene } from "./scene.js";
import { layerTitles } from "./sentences.js";
import type { Pane, Sheet } from "./stageDrawing.js";
import type { State } from "./state.js";

/** The loss whose shares or gradient a layer shows, over the joint index. */
export interface ShownLoss {
  readonly id: string;
  readonly title: string;
  readonly tables: LossTables | null;
}

export interface ShownLosses {
  readonly loss: ShownLoss;
  readonly gradient: ShownLoss;
}

export function shownLosses({ loss, gradient }: State, { analyst }: Scene, settings: Settings): ShownLosses {
  const [ofLoss, ofGradient] = [loss, gradient].map(scoreById);
  return {
    loss: { id: loss, title: ofLoss.title, tables: analyst.lossTables(ofLoss, settings) },
    gradient: { id: gradient, title: ofGradient.title, tables: analyst.gradientTables(ofGradient, settings) },
  };
}

type Choice = Pick<State, "arrangement" | "looks" | "sides" | "layer">;

/** The layers of each pane of the stage, from the bottom up; the image is under all of them. */
export function layersOfPanes({ arrangement, looks, sides, layer }: Choice): readonly (readonly Layer[])[] {
  const stack = shownLayers(looks).filter((shown) => shown !== "image");
  const whole = stack.length > 0 ? stack : (["image"] as const);
  switch (arrangement) {
    case "single":
      return [whole];
    case "sideBySide":
    case "grid": {
      // What has a pane of its own already is not worth another.
      const main = layer === "truth" || layer === "prediction" || layer === "image" ? (["errors"] as const) : whole;
      const panes = [["truth"], ["prediction"], main] as const;
      return arrangement === "grid" ? [["image"], ...panes] : panes;
    }
    case "swipe":
    case "onion":
    case "blink":
      return sides.map((side) => [side]);
  }
}

export interface PaintedPanes {
  readonly panes: readonly Pane[];
  /** What was painted, by layer. */
  readonly painted: ReadonlyMap<Layer, LayerPicture>;
}

export function paintPanes(painter: Painter, scene: Scene, state: State, losses: ShownLosses): PaintedPanes {
  const image = state.looks.image.shown ? scene.image : null;
  const painted = new Map<Layer, LayerPicture>();

  const sheetOf = (layer: Exclude<Layer, "image">, isBottom: boolean): Sheet | null => {
    const look = state.looks[layer];
    const picture = painter.paint(scene, layer, {
      look,
      threshold: state.threshold,
      overImage: image !== null,
      loss: losses.loss.tables,
      gradient: losses.gradient.tables,
    });
    if (!picture) return null;
    painted.set(layer, picture);
    return { id: layer, content: picture.picture, opacity: isBottom ? 1 : look.opacity };
  };

  const paneOf = (of: readonly Layer[]): Pane => {
    const title = of.map((layer) => titleOf(layer, losses)).join(" + ");
    const layers = of.filter((layer) => layer !== "image");
    const isImage = layers.length < of.length;
    const under = isImage ? scene.image : image;
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
    return { title, sheets, ...(lacking && { missing: missingText(lacking, losses) }) };
  };

  const panes = layersOfPanes(state).map(paneOf);
  return { panes: state.arrangement === "onion" ? [faded(panes, state.split)] : panes, painted };
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

export function titleOf(layer: Layer, { loss, gradient }: ShownLosses): string {
  if (layer === "loss") return loss.title;
  return layer === "gradient" ? `Gradient of ${gradient.title}` : layerTitles[layer];
}

function missingText(layer: Layer, { loss, gradient }: ShownLosses): string {
  switch (layer) {
    case "image":
      return "No source image was found";
    case "gradient":
      return `${gradient.title} has no gradient here`;
    default:
      return `${loss.title} has no shares by pixel here`;
  }
}
