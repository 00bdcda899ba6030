import { catalogue } from "../../src/core/catalogue.js";
import { isPresetName, type Preset } from "../../src/core/conventions/index.js";
import { losses } from "../../src/core/losses/index.js";
import type { ParameterValue } from "../../src/core/parameters.js";
import { canRankRegions } from "../../src/core/regions/gains.js";
import { readEdits } from "../../src/core/whatIf/readEdits.js";
import {
  arrangements,
  type Camera,
  type Dials,
  layers,
  persistedUris,
  type ScoreOrder,
  sections,
} from "../../src/protocol/persisted.js";
import { clampState } from "./clampState.js";
import { initialState, type State } from "./initialState.js";
import { restoreLooks } from "./looks.js";

/** Reads what was kept; anything unusable takes its initial value. */
export function restoreState(kept: unknown): State {
  if (!isRecord(kept)) return initialState;
  const {
    pair,
    layer,
    looks,
    arrangement,
    sides,
    split,
    rings,
    loss,
    gradient,
    order,
    expanded,
    compared,
    locked,
    breakdownWidth,
    filmstrip,
    folded,
    gain,
    edits,
    camera,
    host,
    threshold,
    kernel,
    preset,
    overrides,
  } = kept;
  const uris = persistedUris(kept);
  return clampState({
    pair: uris && isRecord(pair) && typeof pair.name === "string" ? { name: pair.name, uris } : null,
    layer: layers.find((known) => known === layer) ?? initialState.layer,
    looks: restoreLooks(isRecord(looks) ? looks : {}),
    arrangement: arrangements.find((known) => known === arrangement) ?? initialState.arrangement,
    sides: restoreSides(sides),
    split: number(split, initialState.split),
    rings: typeof rings === "boolean" ? rings : initialState.rings,
    loss: losses.find(({ id, sharing }) => id === loss && sharing === "sum")?.id ?? initialState.loss,
    gradient: losses.find(({ id, hasGradient }) => id === gradient && hasGradient)?.id ?? initialState.gradient,
    order: orders.find((known) => known === order) ?? "catalogue",
    expanded: strings(expanded),
    compared: strings(compared),
    locked: locked === true,
    breakdownWidth: typeof breakdownWidth === "number" && breakdownWidth > 0 ? breakdownWidth : null,
    filmstrip: typeof filmstrip === "boolean" ? filmstrip : initialState.filmstrip,
    folded: sections.filter((section) => strings(folded).includes(section)),
    gain: catalogue.find((score) => score.id === gain && canRankRegions(score))?.id ?? initialState.gain,
    edits: readEdits(edits),
    camera: restoreCamera(camera),
    host: isRecord(host) ? restoreDials(host) : null,
    ...restoreDials({ threshold, kernel, preset, overrides }),
  });
}

function restoreSides(kept: unknown): State["sides"] {
  const [first, second] = Array.isArray(kept) ? kept.map((side) => layers.find((known) => known === side)) : [];
  return first && second ? [first, second] : initialState.sides;
}

const orders: readonly ScoreOrder[] = ["catalogue", "largest", "smallest", "tp", "fp", "fn", "band", "tn"];

function restoreDials({ threshold, kernel, preset, overrides }: Record<string, unknown>): Dials {
  return {
    threshold: number(threshold, initialState.threshold),
    kernel: number(kernel, initialState.kernel),
    preset: typeof preset === "string" && isPresetName(preset) ? preset : initialState.preset,
    overrides: isRecord(overrides) ? restoreOverrides(overrides) : {},
  };
}

function restoreOverrides(kept: Record<string, unknown>): Preset {
  const isValue = (entry: [string, unknown]): entry is [string, ParameterValue] =>
    typeof entry[1] === "number" || typeof entry[1] === "string";
  return Object.fromEntries(
    Object.entries(kept)
      .filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1]))
      .map(([score, values]) => [score, Object.fromEntries(Object.entries(values).filter(isValue))]),
  );
}

function restoreCamera(camera: unknown): Camera | null {
  if (!isRecord(camera)) return null;
  const { x, y, zoom } = camera;
  return typeof x === "number" && typeof y === "number" && typeof zoom === "number" && zoom > 0 ? { x, y, zoom } : null;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function number(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
