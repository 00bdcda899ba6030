/** What a link to a view holds. Paths are relative to the workspace where they can be, so that a link can be sent. */
export interface LinkedView {
  readonly prediction: string;
  readonly truth: string;
  /** What was chosen on the page, by name. */
  readonly view: Readonly<Record<string, unknown>>;
}

/**
 * The query of a link. Values are encoded twice, because a URI is decoded once on its way: else a `&` in a file name
 * would end the value.
 */
export function toQuery({ prediction, truth, view }: LinkedView): string {
  return Object.entries({ prediction, truth, ...view })
    .map(([name, value]) => `${name}=${encode(typeof value === "string" ? value : JSON.stringify(value))}`)
    .join("&");
}

/** Reads a query as VS Code hands it over, decoded once. Null where it names no pair. */
export function fromQuery(query: string): LinkedView | null {
  const values = new Map<string, string>();
  for (const part of query.split("&")) {
    const [name, ...value] = part.split("=");
    values.set(name, decode(value.join("=")));
  }
  const [prediction, truth] = [values.get("prediction"), values.get("truth")];
  if (!prediction || !truth) return null;
  values.delete("prediction");
  values.delete("truth");
  return { prediction, truth, view: Object.fromEntries(Array.from(values, ([name, text]) => [name, parsed(text)])) };
}

function encode(text: string): string {
  return encodeURIComponent(encodeURIComponent(text)).replaceAll("%252F", "/").replaceAll("%252C", ",");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand, or cut by whoever passed it on.
    return text;
  }
}

/** A number, list or record as JSON; anything else is a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
