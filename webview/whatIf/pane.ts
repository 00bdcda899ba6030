import { type Operation, operations } from "../../src/core/whatIf/operations.js";
import type { HostCalls } from "../../src/protocol/calls.js";
import type { Remote } from "../../src/protocol/rpc.js";
import type { BreakdownContent } from "../breakdown/content.js";
import { questionOf } from "../breakdown/question.js";
import type { Action } from "../state/state.js";
import { element, setText } from "../ui/dom.js";
import { createColumns } from "./columns.js";
import { createMatrix } from "./matrix.js";
import { allDone } from "./words.js";

export interface WhatIfPaneEvents {
  readonly remote: Pick<Remote<HostCalls>, "whatIf">;
  dispatch(action: Action): void;
  /** What was done, in a few words. */
  note(words: string): void;
}

/** Metrics that tell most; the losses are all there. */
const metrics = ["iou", "f1", "mean_iou", "precision", "recall", "boundary_iou", "hd95", "assd", "nsd1", "object_f1"];

/** Changes of the prediction to try, and what every score makes of each: it teaches why they disagree. */
export function createWhatIfPane({ remote, dispatch, note }: WhatIfPaneEvents) {
  let content: BreakdownContent | null = null;
  let isSeen = false;
  const words = element("p", { class: "what-if-intro", "data-testid": "what-if-intro" });
  const columns = createColumns(remote.whatIf, () => draw());
  const apply = ({ change }: Operation) => {
    if (!content) return;
    const { edits, threshold } = content.state;
    const to = change(threshold);
    dispatch({ do: "set", change: "edit" in to ? { edits: [...edits, to.edit] } : { threshold: to.threshold } });
  };
  const matrix = createMatrix(apply);
  const root = element("div", { class: "what-if" }, words, matrix.element, definitions());

  const draw = () => {
    if (!content) return;
    const { state, settings, readings } = content;
    note(allDone(state.edits));
    if (!isSeen || state.folded.includes("whatIf")) return;
    columns.want(questionOf(content));
    setText(
      words,
      columns.problem ??
        "How each score would change: ✓ better, ✕ worse. The head of a column applies it, to the picture as well; several add up.",
    );
    matrix.show({
      now: readings.filter(({ score: { group, id } }) => group === "losses" || metrics.includes(id)),
      isEdited: state.edits.length > 0,
      values(column) {
        const answer = columns.answer(column);
        if (!answer) return undefined;
        const { analyst, threshold } = answer;
        return new Map(analyst.read({ ...settings, threshold }).map(({ score, value }) => [score.id, value]));
      },
    });
  };

  // A dozen masks are scored for it: not before somebody looks.
  new IntersectionObserver(([entry]) => {
    isSeen = entry.isIntersecting;
    draw();
  }).observe(root);

  return {
    element: root,
    show(next: BreakdownContent) {
      content = next;
      draw();
    },
  };
}

/** How soft masks are changed, on demand. */
function definitions(): HTMLElement {
  return element(
    "details",
    { class: "explanation" },
    element("summary", {}, "What the operations do"),
    element(
      "dl",
      { class: "kinds" },
      ...operations.flatMap(({ title, definition }) => [element("dt", {}, title), element("dd", {}, definition)]),
    ),
  );
}
