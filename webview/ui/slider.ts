import type { NumberParameter } from "../../src/core/parameters.js";
import { element, setAttribute } from "./dom.js";
import { formatParameter } from "./format.js";
import { sliderRange, toPosition, toValue } from "./scale.js";

export interface Slider {
  /** The slider and, where asked for, its number field. */
  readonly elements: readonly HTMLElement[];
  setValue(value: number): void;
  setEnabled(enabled: boolean): void;
}

export interface SliderOptions extends Pick<NumberParameter, "minimum" | "maximum" | "step"> {
  readonly label: string;
  readonly testid: string;
  /** A field in which the number can be typed. */
  readonly field: boolean;
  /** Value in words, for screen readers and the tooltip. */
  readonly words?: (value: number) => string;
  readonly onInput: (value: number) => void;
}

/** A slider over a number, in equal steps or by decades, with an optional number field; both say every input at once. */
export function slider(options: SliderOptions): Slider {
  const { minimum, maximum, label, testid, words = formatParameter, onInput } = options;
  const range = sliderRange(options);
  const isWhole = typeof options.step === "number" && Number.isInteger(options.step);
  const track = element("input", {
    type: "range",
    class: "slider",
    min: String(range.minimum),
    max: String(range.maximum),
    step: String(range.step),
    "aria-label": label,
    "data-testid": testid,
  });
  const field = options.field
    ? element("input", {
        type: "number",
        class: "number",
        min: String(minimum),
        max: String(maximum),
        // Any number in range is right, not only those on the steps of the slider.
        step: isWhole ? String(options.step) : "any",
        "aria-label": `${label}, number`,
        "data-testid": `${testid}-number`,
      })
    : null;
  let shown = Number.NaN;

  const show = (value: number) => {
    shown = value;
    const position = toPosition(options, value);
    if (Number(track.value) !== position) track.value = String(position);
    const part = (position - range.minimum) / (range.maximum - range.minimum);
    track.style.setProperty("--part", String(part));
    setAttribute(track, "aria-valuetext", words(value));
    // A person who types is not interrupted by the rounded form of what was typed.
    if (field && document.activeElement !== field) field.value = formatParameter(value);
  };

  track.addEventListener("input", () => onInput(toValue(options, Number(track.value))));
  field?.addEventListener("input", () => {
    const value = field.valueAsNumber;
    if (value >= minimum && value <= maximum) onInput(value);
  });
  field?.addEventListener("keydown", (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined || isWhole || options.step === "log" || Number.isNaN(field.valueAsNumber)) return;
    // Left to itself a field that takes any number goes in steps of 1.
    event.preventDefault();
    const value = Math.min(maximum, Math.max(minimum, field.valueAsNumber + by * options.step));
    field.value = formatParameter(value);
    onInput(Number(field.value));
  });
  field?.addEventListener("change", () => {
    if (Number.isNaN(field.valueAsNumber)) return;
    const value = Math.min(maximum, Math.max(minimum, field.valueAsNumber));
    // The field keeps the focus, so it has to be told here what became of a number out of range.
    if (value !== field.valueAsNumber) field.value = formatParameter(value);
    onInput(value);
  });
  field?.addEventListener("blur", () => show(shown));

  return {
    elements: field ? [track, field] : [track],
    setValue(value) {
      if (value !== shown) show(value);
    },
    setEnabled(enabled) {
      if (track.disabled === enabled) track.disabled = !enabled;
    },
  };
}
