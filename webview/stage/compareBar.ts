import { type Arrangement, type Layer, layers, otherLayers } from "../../src/protocol/persisted.js";
import { layerTitles } from "../frame/sentences.js";
import type { Action, State } from "../state/state.js";
import { element, icon, setAttribute } from "../ui/dom.js";
import { formatPercent } from "../ui/format.js";
import { slider } from "../ui/slider.js";
import { choiceList, iconButton } from "../ui/widgets.js";

export interface CompareBarEvents {
  dispatch(action: Action): void;
  /** Starts or stops the turns of the blink. */
  play(): void;
}

export interface CompareBar {
  readonly element: HTMLElement;
  show(state: State, isPlaying: boolean): void;
}

const partLabels: Partial<Record<Arrangement, string>> = {
  swipe: "Divider, from the left",
  onion: "Fade from the first picture to the second",
};

/** Over the stage while it compares two pictures: which two, and how far. */
export function createCompareBar({ dispatch, play }: CompareBarEvents): CompareBar {
  let sides: State["sides"] = ["truth", "prediction"];
  const side = (index: 0 | 1, label: string) =>
    choiceList<Layer>(
      label,
      `side-${index}`,
      layers.map((value) => ({ value, title: layerTitles[value] })),
      sides[index],
      (value) => dispatch({ do: "set", change: { sides: index === 0 ? [value, sides[1]] : [sides[0], value] } }),
    );
  const pickers = [side(0, "First picture"), side(1, "Second picture")] as const;
  const part = slider({
    label: "How far",
    testid: "split",
    minimum: 0,
    maximum: 1,
    step: 0.01,
    field: false,
    words: formatPercent,
    onInput: (split) => dispatch({ do: "set", change: { split } }),
  });
  const turns = iconButton("play", "Blink by Itself; or hold Space on the stage", "play", play);
  const root = element(
    "div",
    { class: "compare-bar", role: "group", "aria-label": "Compared pictures", "data-testid": "compare-bar" },
    pickers[0].element,
    ...part.elements,
    turns.element,
    pickers[1].element,
  );
  return {
    element: root,
    show(state, isPlaying) {
      const { arrangement } = state;
      sides = state.sides;
      root.hidden = arrangement !== "swipe" && arrangement !== "onion" && arrangement !== "blink";
      pickers.forEach((picker, i) => {
        for (const other of otherLayers) picker.setShown(other, state.pair?.uris.other !== undefined);
        picker.setValue(sides[i]);
      });
      part.setValue(state.split);
      const [track] = part.elements;
      track.hidden = arrangement === "blink";
      setAttribute(track, "aria-label", partLabels[arrangement] ?? "");
      turns.element.hidden = arrangement !== "blink";
      turns.setPressed(isPlaying);
      turns.element.replaceChildren(icon(isPlaying ? "debug-pause" : "play"));
    },
  };
}
