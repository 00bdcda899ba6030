import { catalogue } from "../../core/catalogue.js";
import type { Parameter, ParameterValue } from "../../core/parameters.js";
import type { Settings } from "../../core/settings.js";
import { noScore, UsageError } from "./values.js";

/** Parameters of single scores, as `--set focal.gamma=1` gives them; the last of the same name counts. @throws UsageError */
export function overridesOf(texts: readonly string[]): NonNullable<Settings["overrides"]> {
  const overrides: Record<string, Record<string, ParameterValue>> = {};
  for (const text of texts) {
    const [, id, name, value] = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(text) ?? [];
    if (id === undefined) throw new UsageError(`--set takes SCORE.PARAMETER=VALUE, as focal.gamma=1, not "${text}".`);
    const score = catalogue.find((candidate) => candidate.id === id);
    if (!score) throw new UsageError(`--set "${text}": ${noScore(id)}`);
    const parameter = Object.hasOwn(score.parameters, name) ? score.parameters[name] : undefined;
    if (!parameter) {
      const known = Object.keys(score.parameters).join(", ");
      throw new UsageError(`--set "${text}": ${id} has ${known ? `the parameters ${known}` : "no parameters"}.`);
    }
    overrides[id] = { ...overrides[id], [name]: valueIn(text, parameter, value) };
  }
  return overrides;
}

function valueIn(text: string, parameter: Parameter, value: string): ParameterValue {
  if (parameter.kind === "choice") {
    if (parameter.choices.includes(value)) return value;
    throw new UsageError(`--set "${text}": the value is one of ${parameter.choices.join(", ")}.`);
  }
  const { minimum, maximum } = parameter;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (number >= minimum && number <= maximum) return number;
  throw new UsageError(`--set "${text}": the value is a number from ${minimum} to ${maximum}.`);
}
