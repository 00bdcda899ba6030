import type { Reading } from "../breakdown/analysis.js";
import { createOtherReadings } from "../breakdown/modelsTable.js";
import type { Scene } from "../stage/scene.js";
import { type State, settingsOf } from "../state/state.js";
import { formatParameter, formatValue } from "../ui/format.js";
import { editedOf } from "../whatIf/words.js";
import type { FigureText } from "./figure.js";
import { headlines } from "./headline.js";
import { positionText } from "./sentences.js";

/**
 * What stands above a picture of the pair: its name and place, and the numbers that people ask for first, in a line for
 * each model where two are compared.
 */
export function figureText(
  { view, analyst, gathered }: Pick<Scene, "view" | "analyst" | "gathered">,
  state: State,
): FigureText {
  const settings = settingsOf(state, view);
  const edited = gathered && editedOf(gathered);
  const own = [...(edited ? [`edited prediction (${edited.words})`] : []), ...numbers(analyst.read(settings))];
  const turned = [
    `threshold ${formatParameter(settings.threshold)}`,
    ...(settings.preset === "default" ? [] : [`preset ${settings.preset}`]),
  ];
  const { position, other } = view;
  const lines = other
    ? [[`A: ${other.name}`, ...numbers(createOtherReadings()(other, settings))], [`B: ${other.own}`, ...own], turned]
    : [[...own, ...turned]];
  return {
    title: position ? `${view.name} (${positionText(position)} by ${position.by})` : view.name,
    facts: lines.map((parts) => parts.join(" · ")),
  };
}

const numbers = (readings: readonly Reading[]): string[] =>
  headlines.flatMap(([id, name]) => {
    const reading = readings.find(({ score }) => score.id === id);
    return !reading || reading.absent ? [] : [`${name} ${reading.returned ?? formatValue(reading.value)}`];
  });
