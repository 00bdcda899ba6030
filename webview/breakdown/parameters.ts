import type { Parameter, ParameterValue, ParameterValues } from "../../src/core/parameters.js";
import type { Score } from "../../src/core/score.js";
import type { Action } from "../state/state.js";
import { element } from "../ui/dom.js";
import { slider } from "../ui/slider.js";
import { choiceList } from "../ui/widgets.js";

/** Parameters that are one setting for all scores: turning them in one score turns them everywhere. */
const shared = ["threshold", "kernel"] as const;

type Shared = (typeof shared)[number];

const isShared = (id: string): id is Shared => shared.some((known) => known === id);

/** The action that a turned parameter stands for. */
export function turn(score: Score, id: string, value: ParameterValue): Action {
  if (isShared(id) && typeof value === "number") return { do: "set", change: { [id]: value } };
  return { do: "turn", score: score.id, parameter: id, value };
}

export interface ParameterControls {
  readonly element: HTMLElement;
  show(values: ParameterValues): void;
}

/** Live controls for the parameters of a score; null when it has none. */
export function parameterControls(score: Score, dispatch: (action: Action) => void): ParameterControls | null {
  const controls = Object.entries(score.parameters).map(([id, parameter]) => control(score, id, parameter, dispatch));
  if (controls.length === 0) return null;
  return {
    element: element("div", { class: "parameters" }, ...controls.map(({ root }) => root)),
    show(values) {
      for (const { id, set } of controls) set(values[id]);
    },
  };
}

interface Control {
  readonly id: string;
  readonly root: HTMLElement;
  set(value: ParameterValue | undefined): void;
}

function control(score: Score, id: string, parameter: Parameter, dispatch: (action: Action) => void): Control {
  const onInput = (value: ParameterValue) => dispatch(turn(score, id, value));
  const label = `${parameter.title}${isShared(id) ? ", shared by all scores" : ""}`;
  const testid = `parameter-${score.id}-${id}`;
  const name = element("span", { class: "parameter-name", "aria-hidden": "true" }, label);
  if (parameter.kind === "choice") {
    const list = choiceList(
      `${score.title}: ${parameter.title}`,
      testid,
      parameter.choices.map((value) => ({ value, title: value })),
      parameter.default,
      onInput,
    );
    return {
      id,
      root: element("div", { class: "parameter choice" }, name, list.element),
      set: (value) => list.setValue(String(value)),
    };
  }
  const dial = slider({ ...parameter, label: `${score.title}: ${parameter.title}`, testid, field: true, onInput });
  return {
    id,
    root: element("div", { class: "parameter" }, name, ...dial.elements),
    set(value) {
      if (typeof value === "number") dial.setValue(value);
    },
  };
}
