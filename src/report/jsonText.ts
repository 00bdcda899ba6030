type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value as JSON, indented by two spaces, lists of plain values on one line: a confusion matrix is then readable, and
 * those of a thousand images fit in a string. Says the same as JSON.stringify.
 *
 * @param indent of the line that the value stands in.
 */
export function jsonText(value: unknown, indent = ""): string {
  return textOf(value as Json, indent);
}

function textOf(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    if (items.every(isPlain)) return `[${items.map((item) => textOf(item, inner)).join(", ")}]`;
    return `[\n${items.map((item) => inner + textOf(item, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${textOf(item, inner)}`).join(",\n")}\n${indent}}`;
}

const isPlain = (item: Json): boolean => typeof item !== "object" || item === null;
