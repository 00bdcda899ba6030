/** Rows as CSV (RFC 4180, LF): full precision, empty where undefined. */
export function rowsAsCsv(
  rows: Uint32Array,
  names: readonly string[],
  columns: ReadonlyArray<{ readonly id: string; readonly values: Float64Array }>,
): string {
  const lines = [["name", ...columns.map(({ id }) => id)].map(quoted).join(",")];
  for (const row of rows) {
    const cells = columns.map(({ values }) => (Number.isNaN(values[row]) ? "" : String(values[row])));
    lines.push([quoted(names[row]), ...cells].join(","));
  }
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
