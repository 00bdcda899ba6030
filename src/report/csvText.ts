type Cell = string | number;

/** Lines of cells as CSV (RFC 4180, LF): numbers in full precision, text quoted where it must be. */
export function csvText(lines: ReadonlyArray<readonly Cell[]>): string {
  return lines.map((cells) => `${cells.map(quote).join(",")}\n`).join("");
}

function quote(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
