import type { BinaryEvidence } from "../../src/core/evidence.js";
import type { Edit } from "../../src/core/whatIf/edits.js";
import { operations } from "../../src/core/whatIf/operations.js";
import type { StudyQuestion } from "../../src/protocol/calls.js";
import { type Analyst, createAnalyst } from "../breakdown/analysis.js";

/** What a column of the matrix asks: the pair under some edits, and at some threshold. */
export interface ColumnQuestion {
  readonly id: string;
  readonly question: StudyQuestion;
}

/** The column that compares what is shown with the file itself. */
export const SO_FAR = "soFar";

/** The question of every operation on top of what is shown, and of the file itself once something was edited. */
export function columnQuestions(question: StudyQuestion): ColumnQuestion[] {
  const { edits, threshold } = question;
  const onTop = (edit: Edit): StudyQuestion => ({ ...question, edits: [...edits, edit] });
  return [
    ...(edits.length > 0 ? [{ id: SO_FAR, question: { ...question, edits: [] } }] : []),
    ...operations.map(({ id, change }) => {
      const to = change(threshold);
      return { id, question: "edit" in to ? onTop(to.edit) : { ...question, threshold: to.threshold } };
    }),
  ];
}

/** The answers to the questions of the columns, as they come in. */
export interface Columns {
  /** Asks one after another; those of an earlier call that are not answered yet are dropped. */
  want(question: StudyQuestion): void;
  answer(id: string): { readonly analyst: Analyst; readonly threshold: number } | undefined;
  readonly problem: string | null;
}

export function createColumns(
  call: (question: StudyQuestion) => Promise<BinaryEvidence>,
  onChange: () => void,
): Columns {
  let key = "";
  let problem: string | null = null;
  const answers = new Map<string, { readonly analyst: Analyst; readonly threshold: number }>();

  const run = async (own: string, question: StudyQuestion) => {
    for (const column of columnQuestions(question)) {
      const evidence = await call(column.question);
      if (key !== own) return;
      answers.set(column.id, { analyst: createAnalyst(evidence), threshold: column.question.threshold });
      onChange();
    }
  };

  return {
    want(question) {
      // Parameters turned by hand change no evidence: the answers are evaluated anew.
      const { preset: _, overrides: __, ...own } = question;
      const next = JSON.stringify(own);
      if (next === key) return;
      key = next;
      problem = null;
      answers.clear();
      run(next, question).catch((error: unknown) => {
        if (key !== next) return;
        problem = error instanceof Error ? error.message : String(error);
        onChange();
      });
    },
    answer: (id) => answers.get(id),
    get problem() {
      return problem;
    },
  };
}
