import { type Preset, presets } from "../../src/core/conventions/index.js";
import type { ParameterValue } from "../../src/core/parameters.js";
import type { Settings } from "../../src/core/settings.js";
import type { Turned } from "../../src/protocol/calls.js";
import type { PairUris, PairView } from "../../src/protocol/pairView.js";
import { type Dials, type Layer, type LayerLook, otherLayers, type SectionId } from "../../src/protocol/persisted.js";
import { clampState } from "./clampState.js";
import { initialState, type State } from "./initialState.js";
import { alone, changedLooks, topmost } from "./looks.js";
import { restoreState } from "./restoreState.js";

export type { State };

/** The fields that are set as they are. */
export type Settable = Pick<
  State,
  | "layer"
  | "arrangement"
  | "sides"
  | "split"
  | "rings"
  | "threshold"
  | "kernel"
  | "loss"
  | "gradient"
  | "order"
  | "gain"
  | "edits"
  | "camera"
  | "locked"
  | "breakdownWidth"
  | "filmstrip"
>;

export type Action =
  | { readonly do: "show"; readonly name: string; readonly uris: PairUris; readonly settings: Settings }
  /** A layer that is set is shown alone, over the image. */
  | { readonly do: "set"; readonly change: Partial<Settable> }
  /** What a link holds: all that is not in it is as at the start. */
  | { readonly do: "adopt"; readonly view: Readonly<Record<string, unknown>> }
  | { readonly do: "look"; readonly layer: Layer; readonly change: Partial<LayerLook> }
  /** What is turned and edited elsewhere; null: the dials of the host, and no edits. */
  | { readonly do: "follow"; readonly turned: Turned | null }
  /** Back to the dials of the host. */
  | { readonly do: "host" }
  /** The dials of the host are others. */
  | { readonly do: "settle"; readonly dials: Dials }
  | { readonly do: "usePreset"; readonly preset: Dials["preset"] }
  | { readonly do: "turn"; readonly score: string; readonly parameter: string; readonly value: ParameterValue }
  | { readonly do: "reset"; readonly score: string }
  | { readonly do: "toggle"; readonly list: "expanded" | "compared"; readonly score: string }
  | { readonly do: "fold"; readonly section: SectionId; readonly fold: boolean };

export function reduce(state: State, action: Action): State {
  switch (action.do) {
    case "show":
      return show(state, action.name, action.uris, dialsOf(action.settings));
    case "follow":
      return follow(state, action.turned);
    case "host":
      return clampState({ ...state, ...state.host });
    case "settle":
      return clampState({ ...state, ...action.dials, host: action.dials });
    case "adopt":
      return { ...restoreState({ ...initialState, ...action.view }), ...frameOf(state) };
    case "set":
      return clampState({ ...state, ...action.change, ...(action.change.layer && only(state, action.change.layer)) });
    case "look":
      return look(state, action.layer, action.change);
    case "usePreset":
      // A preset promises the numbers of a convention: values turned by hand would break the promise.
      return { ...state, preset: action.preset, overrides: {} };
    case "turn":
      return { ...state, overrides: turned(state, action.score, action.parameter, action.value) };
    case "reset": {
      const { [action.score]: _, ...overrides } = state.overrides;
      return { ...state, overrides };
    }
    case "toggle":
      return { ...state, [action.list]: toggled(state[action.list], action.score) };
    case "fold": {
      const others = state.folded.filter((section) => section !== action.section);
      return { ...state, folded: action.fold ? [...others, action.section] : others };
    }
  }
}

/** Edits are those of one pair: another is shown as its file has it. */
function follow(state: State, turned: Turned | null): State {
  const isSamePair = turned !== null && turned.pair === state.pair?.uris.prediction;
  return clampState({ ...state, ...(turned?.dials ?? state.host), edits: isSamePair ? turned.edits : [] });
}

/** What belongs to the person rather than to the view: a link neither holds nor changes it. */
function frameOf({ pair, host, locked, breakdownWidth, filmstrip, folded, edits }: State) {
  return { pair, host, locked, breakdownWidth, filmstrip, folded, edits } satisfies Partial<State>;
}

/** What a link to the view must hold: all that is not as at the start, and the settings, which differ from person to person. */
export function viewOf(state: State): Readonly<Record<string, unknown>> {
  const left = Object.keys(frameOf(state));
  const kept: readonly string[] = ["layer", "threshold", "kernel", "preset"];
  const start: Readonly<Record<string, unknown>> = { ...initialState, looks: {} };
  return Object.fromEntries(
    Object.entries({ ...state, looks: changedLooks(state.looks) }).filter(
      ([name, value]) =>
        !left.includes(name) && (kept.includes(name) || JSON.stringify(value) !== JSON.stringify(start[name])),
    ),
  );
}

function only({ looks }: State, layer: Layer): Pick<State, "layer" | "looks"> {
  return { layer, looks: alone(looks, layer) };
}

function look(state: State, layer: Layer, change: Partial<LayerLook>): State {
  const looks = { ...state.looks, [layer]: { ...state.looks[layer], ...change } };
  if (change.shown === undefined || layer === "image") {
    return { ...state, looks, layer: looks[state.layer].shown ? state.layer : topmost(looks) };
  }
  return { ...state, looks, layer: change.shown ? layer : topmost(looks) };
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** The settings to evaluate with: what the host sent, under what was turned here. */
export function settingsOf(state: State, view: Pick<PairView, "settings">): Settings {
  const { threshold, kernel, preset, overrides } = state;
  return { ...view.settings, threshold, kernel, preset, overrides };
}

export function dialsOf({ threshold, kernel, preset, overrides = {} }: Pick<Settings, keyof Dials>): Dials {
  return { threshold, kernel, preset, overrides };
}

function show(state: State, name: string, uris: PairUris, host: Dials): State {
  const samePair = state.pair?.uris.prediction === uris.prediction && state.pair.uris.truth === uris.truth;
  const compares = uris.other !== undefined;
  const hostTurned = !state.host || JSON.stringify(state.host) !== JSON.stringify(host);
  return {
    ...state,
    pair: { name, uris },
    host,
    ...(hostTurned && host),
    ...(compares !== (state.pair?.uris.other !== undefined) && (compares ? comparing : ended(state))),
    edits: samePair ? state.edits : [],
    camera: samePair ? state.camera : null,
  };
}

/** What the stage begins with where two models are compared. */
const comparing: Pick<State, "arrangement" | "sides"> = { arrangement: "sideBySide", sides: ["otherErrors", "errors"] };

/** Without a second prediction its pictures mean nothing. */
function ended({ layer, looks }: State): Partial<State> {
  const isOther = otherLayers.some((other) => other === layer || looks[other].shown);
  return {
    arrangement: initialState.arrangement,
    sides: initialState.sides,
    ...(isOther && { layer: initialState.layer, looks: alone(looks, initialState.layer) }),
  };
}

function turned(state: State, score: string, parameter: string, value: ParameterValue): Preset {
  return { ...state.overrides, [score]: { ...state.overrides[score], [parameter]: value } };
}

/** Parameter values of one score that a person turned: neither catalogue nor preset. */
export function isTurned(state: State, score: string): boolean {
  const values = state.overrides[score] ?? {};
  const preset: Preset = presets[state.preset];
  return Object.entries(values).some(([id, value]) => preset[score]?.[id] !== value);
}
