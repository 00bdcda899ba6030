import { losses } from "../../src/core/losses/index.js";
import { type Layer, type LayerLook, ownLayers } from "../../src/protocol/persisted.js";
import { layerTitles } from "../frame/sentences.js";
import { bottomUp, colourChoices, fittingColours, fittingLook, hasOutline } from "../state/looks.js";
import type { Action, State } from "../state/state.js";
import { element, icon, setAttribute } from "../ui/dom.js";
import { formatPercent } from "../ui/format.js";
import { createPopover } from "../ui/popover.js";
import { slider } from "../ui/slider.js";
import { choiceList, iconButton } from "../ui/widgets.js";

export interface LayersMenu {
  /** The button that opens it, and what it opens. */
  readonly elements: readonly HTMLElement[];
  toggle(): void;
  /** @param known the layers that the pair has. */
  show(state: State, hasImage: boolean, known: readonly Layer[]): void;
}

const colourTitles: Readonly<Record<string, string>> = {
  auto: "Automatic",
  colour: "In colour",
  diverging: "RdBu",
  berlin: "Berlin",
};

const titleOf = (name: string) => colourTitles[name] ?? name[0].toUpperCase() + name.slice(1);

/** Every layer, the topmost first: shown or not, opacity, colours; and what the layers of losses show. */
export function createLayersMenu(dispatch: (action: Action) => void): LayersMenu {
  const rows = [...bottomUp].reverse().map((layer) => createRow(layer, dispatch));
  const kernel = slider({
    label: "Kernel of the boundary weight",
    testid: "layers-kernel",
    minimum: 1,
    maximum: 199,
    step: 1,
    field: true,
    onInput: (value) => dispatch({ do: "set", change: { kernel: value } }),
  });
  const ofLoss = choiceList(
    "Loss, by pixel",
    "layers-loss",
    losses.filter(({ sharing }) => sharing === "sum").map(({ id, title }) => ({ value: id, title })),
    "bce",
    (loss) => dispatch({ do: "set", change: { loss } }),
  );
  const ofGradient = choiceList(
    "Loss whose gradient is shown",
    "layers-gradient",
    losses.filter(({ hasGradient }) => hasGradient).map(({ id, title }) => ({ value: id, title })),
    "dice",
    (gradient) => dispatch({ do: "set", change: { gradient } }),
  );
  const extras: Partial<Record<Layer, HTMLElement>> = {
    weight: element("label", { class: "layer-extra" }, element("span", {}, "Kernel"), ...kernel.elements),
    loss: element("label", { class: "layer-extra" }, element("span", {}, "of"), ofLoss.element),
    gradient: element("label", { class: "layer-extra" }, element("span", {}, "of"), ofGradient.element),
  };
  const list = element(
    "div",
    { class: "layers", role: "group", "aria-label": "Layers", "data-testid": "layers" },
    ...rows.flatMap(({ layer, element }) => [element, extras[layer] ?? null]),
  );
  const popover = createPopover(list, "layers-popover");
  const button = iconButton("layers", "Layers (A)", "layers-button", popover.toggle);
  setAttribute(button.element, "aria-haspopup", "dialog");
  popover.anchorAt(button.element);

  return {
    elements: [button.element, popover.element],
    toggle: popover.toggle,
    show(state, hasImage, known) {
      for (const row of rows) {
        row.element.hidden = !known.includes(row.layer);
        row.show(state, hasImage);
      }
      for (const { layer } of rows) {
        const extra = extras[layer];
        if (extra) extra.hidden = !state.looks[layer].shown || !known.includes(layer);
      }
      kernel.setValue(state.kernel);
      ofLoss.setValue(state.loss);
      ofGradient.setValue(state.gradient);
    },
  };
}

function createRow(layer: Layer, dispatch: (action: Action) => void) {
  const title = layerTitles[layer];
  let look: LayerLook | null = null;
  const change = (by: Partial<LayerLook>) => dispatch({ do: "look", layer, change: by });
  const shown = element("input", { type: "checkbox", class: "layer-shown", "data-testid": `layer-${layer}-shown` });
  shown.addEventListener("change", () => change({ shown: shown.checked }));
  const opacity = slider({
    label: `Opacity of ${title}`,
    testid: `layer-${layer}-opacity`,
    minimum: 0,
    maximum: 1,
    step: 0.05,
    field: false,
    words: formatPercent,
    onInput: (value) => change({ opacity: value }),
  });
  const names = colourChoices[layer];
  const colours =
    names.length < 2
      ? null
      : choiceList(
          `Colours of ${title}`,
          `layer-${layer}-colours`,
          names.map((value) => ({ value, title: titleOf(value) })),
          names[0],
          (value) => change({ colours: value }),
        );
  const style = hasOutline(layer)
    ? iconButton("primitive-square", `${title} as an Outline`, `layer-${layer}-outline`, () =>
        change({ style: look?.style === "outline" ? "fill" : "outline" }),
      )
    : null;
  if (style) style.element.replaceChildren(icon("chrome-maximize"));
  const place = (ownLayers as readonly Layer[]).indexOf(layer);
  const key = place < 0 ? "" : String(place + 1);
  return {
    layer,
    element: element(
      "div",
      { class: "layer-row", "data-layer": layer },
      element(
        "label",
        { class: "layer-name", title: key === "" ? title : `${title} (${key} shows it alone)` },
        shown,
        element("span", {}, title),
        key === "" ? null : element("kbd", { "aria-hidden": "true" }, key),
      ),
      element("span", { class: "layer-opacity", title: `Opacity of ${title}` }, ...opacity.elements),
      colours?.element ?? element("span", {}),
      style?.element ?? element("span", {}),
    ),
    show(state: State, hasImage: boolean) {
      look = state.looks[layer];
      const isUsable = layer !== "image" || hasImage;
      shown.checked = look.shown && isUsable;
      shown.disabled = !isUsable;
      opacity.setValue(look.opacity);
      opacity.setEnabled(look.shown && isUsable);
      const fitting = fittingColours(layer, state.loss);
      for (const name of names) colours?.setShown(name, fitting.includes(name));
      colours?.setValue(fittingLook(layer, state.looks, state.loss).colours);
      style?.setPressed(look.style === "outline");
    },
  };
}
