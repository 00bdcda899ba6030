/** A number a person may turn. */
export interface NumberParameter {
  readonly kind: "number";
  readonly title: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Steps of a slider; `log` sliders move by decades. */
  readonly step: number | "log";
  /** Changing it needs the pixels again: it shapes the evidence, not the formula. */
  readonly fromPixels?: boolean;
}

/** One of a few named variants. */
export interface ChoiceParameter<Choice extends string = string> {
  readonly kind: "choice";
  readonly title: string;
  readonly default: Choice;
  readonly choices: readonly Choice[];
}

export type Parameter = NumberParameter | ChoiceParameter;
export type ParameterValue = number | string;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** The values a score's formula receives, typed after its parameters. */
export type ValuesOf<Specs extends Readonly<Record<string, Parameter>>> = {
  readonly [Id in keyof Specs]: Specs[Id] extends ChoiceParameter<infer Choice> ? Choice : number;
};

export const smooth = (value: number): NumberParameter => ({
  kind: "number",
  title: "smooth",
  default: value,
  minimum: 0,
  maximum: 100,
  step: "log",
});

export const epsilon = (value = 1e-7): NumberParameter => ({
  kind: "number",
  title: "epsilon (p is clipped to [ε, 1 − ε])",
  default: value,
  minimum: 1e-12,
  maximum: 0.1,
  step: "log",
});

export const gamma = (value: number): NumberParameter => ({
  kind: "number",
  title: "gamma",
  default: value,
  minimum: 0,
  maximum: 5,
  step: 0.05,
});

export const fraction = (title: string, value: number): NumberParameter => ({
  kind: "number",
  title,
  default: value,
  minimum: 0,
  maximum: 1,
  step: 0.01,
});

export const threshold: NumberParameter = {
  kind: "number",
  title: "threshold (foreground is p > t)",
  default: 0.5,
  minimum: 0,
  maximum: 1,
  step: 0.01,
};

export const kernel: NumberParameter = {
  kind: "number",
  title: "kernel of the boundary weight, pixels",
  default: 50,
  minimum: 1,
  maximum: 999,
  step: 1,
  fromPixels: true,
};

export const choice = <const Choices extends readonly [string, ...string[]]>(
  title: string,
  choices: Choices,
): ChoiceParameter<Choices[number]> => ({ kind: "choice", title, default: choices[0], choices });

/** Brings a value into what a parameter allows; anything unusable becomes its default. */
export function admit(parameter: Parameter, value: ParameterValue | undefined): ParameterValue {
  if (parameter.kind === "choice") {
    return parameter.choices.find((allowed) => allowed === value) ?? parameter.default;
  }
  if (typeof value !== "number" || Number.isNaN(value)) return parameter.default;
  return Math.min(parameter.maximum, Math.max(parameter.minimum, value));
}
