import type { Edit } from "../../src/core/whatIf/edits.js";
import type { Edited } from "../../src/protocol/calls.js";
import { formatParameter } from "../ui/format.js";

const flips = {
  horizontal: "mirrored left to right",
  vertical: "mirrored top to bottom",
  both: "turned by half",
  transpose: "transposed",
} as const;

/** What was done, as a participle: "eroded", "shifted 3 px right". */
export function done(edit: Edit): string {
  switch (edit.do) {
    case "erode":
      return "eroded";
    case "dilate":
      return "dilated";
    case "shift":
      return `shifted ${offset(edit.dx, edit.dy)}`;
    case "fillHoles":
      return "holes filled";
    case "dropSpecks":
      return "specks dropped";
    case "binarise":
      return `binarised at ${formatParameter(edit.threshold)}`;
    case "invert":
      return "inverted";
    case "flip":
      return flips[edit.as];
    case "stretch":
      return "stretched to p = 1";
    case "correct":
      return "one region corrected";
  }
}

/** An offset in words, such as "6 px right and 5 px down". */
export function offset(dx: number, dy: number): string {
  const parts = [
    ...(dx === 0 ? [] : [`${Math.abs(dx)} px ${dx > 0 ? "right" : "left"}`]),
    ...(dy === 0 ? [] : [`${Math.abs(dy)} px ${dy > 0 ? "down" : "up"}`]),
  ];
  return parts.join(" and ") || "by nothing";
}

/** Several edits in one line, repetitions counted. */
export function allDone(edits: readonly Edit[]): string {
  const runs: Array<{ text: string; times: number }> = [];
  for (const edit of edits) {
    const text = done(edit);
    const last = runs[runs.length - 1];
    if (last?.text === text) last.times++;
    else runs.push({ text, times: 1 });
  }
  return runs.map(({ text, times }) => (times > 1 ? `${text} × ${times}` : text)).join(", ");
}

/** What is to be said where numbers leave the page; null: they are the file's own. */
export function editedOf({ edits }: { readonly edits: readonly Edit[] }): Edited | null {
  return edits.length === 0 ? null : { edits, words: allDone(edits) };
}
