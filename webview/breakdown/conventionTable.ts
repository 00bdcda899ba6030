import type { ComparedValue } from "../../src/core/conventions/index.js";
import type { Score } from "../../src/core/score.js";
import { copyButton } from "../ui/copyButton.js";
import { element, hidden, icon, setAttribute, setText, setTitle } from "../ui/dom.js";
import { formatPrecise } from "../ui/format.js";
import { type ComparedLine, type Comparison, presetLabel, type Relation } from "./conventions.js";

export interface ConventionTableEvents {
  toggle(): void;
  copy(line: ComparedValue): Promise<void>;
}

export interface ConventionTableContent {
  readonly comparison: Comparison;
  readonly open: boolean;
  /** Parameters turned by hand, which every library that has them is called with: "gamma 1"; empty for none. */
  readonly turned: string;
  /** Values that are missing are on their way. */
  readonly reading: boolean;
}

const signs: Readonly<Record<Relation, readonly [sign: string, words: string]>> = {
  reference: ["●", "reference: "],
  differs: ["≠", "differs: "],
  same: ["=", "same: "],
  unknown: ["", ""],
};

/** Every library's value of one score, beside the one shown, with the reason in a sentence; under a heading that opens it. */
export function createConventionTable(
  score: Score,
  { toggle, copy }: ConventionTableEvents,
): { readonly element: HTMLElement; show(content: ConventionTableContent): void } {
  const count = element("span", { class: "conventions-count" });
  const heading = element(
    "button",
    { type: "button", class: "conventions-heading", "data-testid": `conventions-${score.id}` },
    icon("chevron-right"),
    element("span", { class: "conventions-title" }, "Conventions"),
    count,
  );
  heading.addEventListener("click", toggle);
  const list = element("ul", { class: "conventions-list", "aria-label": `${score.title} in other libraries` });
  const root = element("section", { class: "conventions" }, heading, list);
  const rows = new Map<string, ReturnType<typeof createLine>>();

  return {
    element: root,
    show({ comparison, open, turned, reading }) {
      const { lines } = comparison;
      // A score that no library has is compared with nothing.
      root.hidden = !lines.some(({ line }) => line.python !== null);
      setText(count, [countText(comparison, reading), turned].filter((part) => part !== "").join(" with "));
      setAttribute(heading, "aria-expanded", String(open));
      list.hidden = !open;
      if (!open) return;
      setAttribute(list, "aria-busy", reading ? "true" : null);
      const elements = lines.map((compared) => {
        const key = `${compared.line.preset}${compared.line.variant === undefined ? "" : `-${compared.line.variant}`}`;
        const row = rows.get(key) ?? createLine(`convention-${score.id}-${key}`, copy);
        rows.set(key, row);
        row.show(compared, reading);
        return row.element;
      });
      if (elements.some((row, i) => list.children[i] !== row)) list.replaceChildren(...elements);
    },
  };
}

function countText({ known, differing }: Comparison, reading: boolean): string {
  if (reading) return "…";
  if (known === 0) return "";
  if (differing === 0) return known === 1 ? "1 agrees" : `all ${known} agree`;
  return `${differing} of ${known} ${differing === 1 ? "differs" : "differ"}`;
}

function createLine(testid: string, copy: (line: ComparedValue) => Promise<void>) {
  const sign = element("span", { class: "convention-sign", "aria-hidden": "true" });
  const spoken = hidden("");
  const title = element("span", { class: "convention-title" });
  const library = element("span", { class: "convention-library" });
  const name = element("span", { class: "convention-name" }, spoken, title, library);
  const value = element("span", { class: "convention-value", "data-testid": testid });
  const sentence = element("span", { class: "convention-sentence" });
  let shown: ComparedValue | null = null;
  const button = copyButton("Copy as Python", `copy-${testid}`, async () => {
    if (shown) await copy(shown);
  });
  const root = element("li", { class: "convention" }, sign, name, value, button.element, sentence);
  return {
    element: root,
    show({ line, relation }: ComparedLine, reading: boolean) {
      shown = line;
      const { title: own } = presetLabel(line.preset);
      const [mark, words] = signs[relation];
      setAttribute(root, "data-relation", relation);
      setText(sign, mark);
      setText(spoken, words);
      setText(title, line.variant === undefined ? own : `${own} ${line.variant}`);
      setText(library, line.library);
      setTitle(name, line.library);
      setText(value, valueText(line, reading));
      setTitle(value, line.value === null ? "" : String(line.value));
      setAttribute(value, "data-value", line.value === null ? "" : String(line.value));
      // Of our own definition it would repeat the source, which stands above.
      setText(sentence, line.preset === "default" ? "" : line.differs);
      const label = `Copy as Python: ${own}${line.variant === undefined ? "" : ` ${line.variant}`}`;
      button.show(label, line.python !== null && relation !== "unknown");
    },
  };
}

/** As the library returns it: nan, inf and errors are its words; a dash is ours. */
function valueText({ value, python }: ComparedValue, reading: boolean): string {
  if (typeof value === "number") return formatPrecise(value);
  return value ?? (reading && python !== null ? "…" : "—");
}
