import { type Gate, parseGate } from "../../report/gate.js";
import { UsageError } from "./values.js";

/** @throws UsageError for text that is no gate. */
export function gatesOf(texts: readonly string[] = []): Gate[] {
  return texts.map((text) => {
    const gate = parseGate(text);
    if (gate) return gate;
    throw new UsageError(`--fail-if takes a score and a limit, as "iou<0.8" or "delta.iou<-0.01", not "${text}".`);
  });
}
