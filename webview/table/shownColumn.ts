import { classTitle } from "../../src/core/labels/classes.js";
import type { Settings } from "../../src/core/settings.js";
import type { Confused } from "../../src/protocol/confusion.js";
import { formatValue } from "../ui/format.js";
import { CELL, type Column, columnOf, DISAGREEMENT } from "./columns.js";
import type { TableState } from "./tableState.js";

export interface ShownOf {
  readonly state: Pick<TableState, "compared" | "cell">;
  readonly settings: Pick<Settings, "classes">;
  /** Of the ranks by the two scores that are compared; null where it is not known. */
  readonly correlation: number | null;
}

/** A column as the page names it: those that are made of others say of which. */
export function shownColumn(id: string, { state, settings, correlation }: ShownOf): Column {
  const plain = columnOf(id);
  if (id === DISAGREEMENT) return ranksOf(plain, state.compared, correlation);
  return id === CELL && state.cell ? confusedOf(plain, state.cell, settings) : plain;
}

function ranksOf(plain: Column, compared: readonly [string, string], correlation: number | null): Column {
  const [first, second] = compared.map((score) => columnOf(score).title);
  const agree = correlation === null ? "" : ` Spearman's rank correlation: ${formatValue(correlation)}.`;
  const words = `Rank by ${second} less rank by ${first}: where it is positive, ${first} thinks better of the pair than ${second} does.${agree}`;
  return { ...plain, title: `Rank: ${first} − ${second}`, words };
}

/** Classes that no list names go by their ids. */
function confusedOf(plain: Column, { truth, predicted }: Confused, { classes = [] }: ShownOf["settings"]): Column {
  const titleOf = (id: number) => classTitle(classes.find((own) => own.id === id) ?? { id });
  const [is, taken] = [titleOf(truth), titleOf(predicted)];
  return {
    ...plain,
    title: truth === predicted ? `${is} found, px` : `${is} predicted as ${taken}, px`,
    words: `Pixels of class ${is} that were predicted as ${taken}.`,
  };
}
