import type { Scene } from "../stage/scene.js";
import { type State, settingsOf } from "../state/state.js";
import { formatParameter, formatValue } from "../ui/format.js";
import { editedOf } from "../whatIf/words.js";
import type { FigureText } from "./figure.js";
import { headlines } from "./headline.js";
import { positionText } from "./sentences.js";

/** What stands above a picture of the pair: its name and place, and the numbers that people ask for first. */
export function figureText(
  { view, analyst, gathered }: Pick<Scene, "view" | "analyst" | "gathered">,
  state: State,
): FigureText {
  const settings = settingsOf(state, view);
  const readings = analyst.read(settings);
  const numbers = headlines.flatMap(([id, name]) => {
    const reading = readings.find(({ score }) => score.id === id);
    return !reading || reading.absent ? [] : [`${name} ${reading.returned ?? formatValue(reading.value)}`];
  });
  const edited = gathered && editedOf(gathered);
  const { position } = view;
  return {
    title: position ? `${view.name} (${positionText(position)} by ${position.by})` : view.name,
    facts: [
      ...(edited ? [`edited prediction (${edited.words})`] : []),
      ...numbers,
      `threshold ${formatParameter(settings.threshold)}`,
      ...(settings.preset === "default" ? [] : [`preset ${settings.preset}`]),
    ].join(" · "),
  };
}
