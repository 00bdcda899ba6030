import { scoreById } from "../../src/core/catalogue.js";
import type { Scores } from "../../src/core/evaluate.js";
import type { EvidenceKind } from "../../src/core/evidence.js";
import { mainScores } from "../../src/core/mainScores.js";
import type { Settings } from "../../src/core/settings.js";
import type { OtherView, TwoModels } from "../../src/protocol/pairView.js";
import { element, setText } from "../ui/dom.js";
import { createAnalyst, type Reading } from "./analysis.js";
import { createDeltaTable } from "./deltaTable.js";

type Value = Pick<Reading, "score" | "value" | "unread">;

export interface ModelsTable {
  readonly element: HTMLElement;
  /** @param models null: one model alone. @param a, b the scores of each; the main ones are shown. */
  show(models: TwoModels | null, kind: EvidenceKind, a: readonly Value[], b: readonly Value[]): void;
}

/** Where two models are compared: the main scores of both and what lies between. All else on the page is of B. */
export function createModelsTable(): ModelsTable {
  const names = { a: element("dd"), b: element("dd") };
  const table = createDeltaTable("Scores of both models", ["A", "B", "B − A"], "models");
  const root = element(
    "div",
    { class: "models", "data-testid": "models", hidden: "" },
    element("dl", { class: "models-names" }, element("dt", {}, "A"), names.a, element("dt", {}, "B"), names.b),
    table.element,
    element("p", { class: "models-note" }, "All that follows is of B."),
  );
  return {
    element: root,
    show(models, kind, a, b) {
      root.hidden = models === null;
      if (!models) return;
      setText(names.a, models.name);
      setText(names.b, models.own);
      const shown = mainScores[kind].filter((id) => [a, b].every((side) => side.some(({ score }) => score.id === id)));
      const of = (side: readonly Value[]) => shown.flatMap((id) => side.find(({ score }) => score.id === id) ?? []);
      table.show(of(a), of(b));
    },
  };
}

/** Scores of a second prediction of binary masks, as far as its pixels alone tell them; the last question is kept. */
export function createOtherReadings(): (other: OtherView | undefined, settings: Settings) => readonly Reading[] {
  let analyst: { readonly of: OtherView; readonly read: (settings: Settings) => readonly Reading[] } | null = null;
  return (other, settings) => {
    if (!other) return [];
    if (analyst?.of !== other)
      analyst = { of: other, read: createAnalyst({ kind: "binary", pixels: other.pixels }).read };
    return analyst.read(settings).filter(({ unread }) => !unread);
  };
}

/** Scores that the host computed. */
export const valuesOf = (scores: Scores): Value[] =>
  Object.entries(scores).map(([id, value]) => ({ score: scoreById(id), value, unread: false }));
