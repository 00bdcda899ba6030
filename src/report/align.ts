/**
 * A table for a terminal: the first column to the left, the others to the right, a rule below the head.
 * @param last how many lines at the end stand below a second rule.
 */
export function align(lines: ReadonlyArray<readonly string[]>, last = 0): string {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  const text = lines.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "),
  );
  const rule = "─".repeat(text[0].length);
  if (last === 0) return [text[0], rule, ...text.slice(1)].join("\n");
  return [text[0], rule, ...text.slice(1, -last), rule, ...text.slice(-last)].join("\n");
}
