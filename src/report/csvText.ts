type Cell = string | number;

/** Lines of cells as CSV (RFC 4180, LF): numbers in full precision, text quoted where it must be. */
export function csvText(lines: Iterable<readonly Cell[]>): string {
  return Array.from(csvPieces(lines)).join("");
}

/** The same text line by line: of ten thousand pairs it need not be in memory at once. */
export function* csvPieces(lines: Iterable<readonly Cell[]>): Generator<string> {
  for (const cells of lines) yield `${cells.map(quote).join(",")}\n`;
}

function quote(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
