import type { Score } from "../../src/core/score.js";
import { element, hidden, icon, setAttribute, setText, setTitle } from "../ui/dom.js";
import { formatSigned, formatValue } from "../ui/format.js";
import { verdictIcons } from "../ui/verdict.js";
import type { Reading } from "./analysis.js";

/** How a change of a score is to be taken. */
export type Turn = "better" | "worse" | "same" | "unknown";

export function turnOf(score: Pick<Score, "better">, from: number | null, to: number | null): Turn {
  if (from === null || to === null) return from === to ? "same" : "unknown";
  // Sums in another order differ in the last digits.
  if (Math.abs(to - from) <= 1e-12 * Math.max(1, Math.abs(from))) return "same";
  return to > from === (score.better === "higher") ? "better" : "worse";
}

const turnIcons: Readonly<Record<Turn, string | null>> = {
  ...verdictIcons,
  same: null,
  unknown: null,
};

/**
 * The cell of a change: figures, and a mark that says better or worse without colour. What does not change is a mere
 * dot; what cannot be told, the new value itself.
 */
export function createChange(testid: string, format: (change: number) => string = formatSigned) {
  const mark = element("span", { class: "change-mark", "aria-hidden": "true" });
  const figures = element("span", { class: "change-figures" });
  const spoken = hidden("");
  const root = element("span", { class: "change", "data-testid": testid }, mark, figures, spoken);
  let shown: Turn | null = null;
  return {
    element: root,
    show(score: Pick<Score, "better">, from: number | null, to: number | null) {
      const turn = turnOf(score, from, to);
      const isKnown = from !== null && to !== null;
      setText(figures, turn === "same" ? "·" : isKnown ? format(to - from) : formatValue(to));
      setAttribute(root, "data-value", isKnown ? String(to - from) : "");
      setTitle(root, isKnown && turn !== "same" ? `${formatSigned(to - from)}, ${turn}` : "");
      if (turn === shown) return;
      shown = turn;
      setAttribute(root, "data-turn", turn);
      const name = turnIcons[turn];
      mark.replaceChildren(...(name ? [icon(name)] : []));
      setText(spoken, turn === "same" ? "unchanged" : turn === "unknown" ? "" : `, ${turn}`);
    },
  };
}

type DeltaReading = Pick<Reading, "score" | "value" | "unread">;

/** Scores, others of them, and what lies between. @param titles of the three columns. */
export function createDeltaTable(caption: string, titles: readonly [string, string, string], testid: string) {
  const body = element("tbody");
  const root = element(
    "table",
    { class: "deltas" },
    element("caption", { class: "visually-hidden" }, caption),
    element(
      "thead",
      {},
      element("tr", {}, ...["Score", ...titles].map((title) => element("th", { scope: "col" }, title))),
    ),
    body,
  );
  const rows = new Map<string, ReturnType<typeof row>>();
  const row = ({ title, id }: Score) => {
    const [now, then] = ["now", "then"].map((of) =>
      element("td", { class: `value ${of}`, "data-testid": `${testid}-${id}-${of}` }),
    );
    const change = createChange(`${testid}-${id}`);
    const root = element(
      "tr",
      {},
      element("th", { scope: "row" }, title),
      now,
      then,
      element("td", { class: "value" }, change.element),
    );
    return { root, now, then, change };
  };
  return {
    element: root,
    show(now: readonly DeltaReading[], then: readonly DeltaReading[] | null) {
      setAttribute(root, "data-pending", then ? null : "");
      const shown = now.map(({ score, value, unread }) => {
        const known = rows.get(score.id) ?? row(score);
        rows.set(score.id, known);
        const after = then?.find((reading) => reading.score.id === score.id)?.value ?? null;
        setText(known.now, unread ? "…" : formatValue(value));
        setAttribute(known.now, "data-value", unread || value === null ? "" : String(value));
        setText(known.then, then ? formatValue(after) : "…");
        setAttribute(known.then, "data-value", then && after !== null ? String(after) : "");
        known.change.show(score, value, then && !unread ? after : value);
        return known.root;
      });
      if (body.children.length !== shown.length || shown.some((root, i) => body.children[i] !== root))
        body.replaceChildren(...shown);
    },
  };
}
