import { printable, widthOf } from "./printable.js";

/**
 * A table for a terminal: the first column to the left, the others to the right, a rule below the head.
 * @param last how many lines at the end stand below a second rule.
 */
export function align(lines: ReadonlyArray<readonly string[]>, last = 0): string {
  const shown = lines.map((cells) => cells.map(printable));
  const widths = widthsOf(shown);
  const text = shown.map((cells) => cells.map((cell, column) => padded(cell, widths[column], column === 0)).join(GAP));
  const rule = "─".repeat(sum(widths));
  if (last === 0) return [text[0], rule, ...text.slice(1)].join("\n");
  return [text[0], rule, ...text.slice(1, -last), rule, ...text.slice(-last)].join("\n");
}

/** How many columns of a table stand side by side in `width` cells of a terminal; at least `fewest`. */
export function columnsThatFit(lines: ReadonlyArray<readonly string[]>, width: number, fewest: number): number {
  const widths = widthsOf(lines.map((cells) => cells.map(printable)));
  let columns = widths.length;
  while (columns > fewest && sum(widths.slice(0, columns)) > width) columns--;
  return columns;
}

const GAP = "  ";

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, GAP.length * (widths.length - 1));

const widthsOf = (lines: ReadonlyArray<readonly string[]>) =>
  lines[0].map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column]))));

function padded(cell: string, width: number, isLeft: boolean): string {
  const space = " ".repeat(width - widthOf(cell));
  return isLeft ? cell + space : space + cell;
}
