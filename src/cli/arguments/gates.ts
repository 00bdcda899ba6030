import { catalogue } from "../../core/catalogue.js";
import { type Gate, parseGate } from "../../report/gate.js";
import { noScore, UsageError } from "./values.js";

/** @throws UsageError for text that is no gate. */
export function gatesOf(texts: readonly string[] = []): Gate[] {
  return texts.map((text) => {
    const gate = parseGate(text);
    if (!gate) {
      throw new UsageError(`--fail-if takes a score and a limit, as "iou<0.8" or "delta.iou<-0.01", not "${text}".`);
    }
    const { what } = gate;
    if ("score" in what && !catalogue.some(({ id }) => id === what.score)) {
      throw new UsageError(`--fail-if "${text}": ${noScore(what.score)}`);
    }
    return gate;
  });
}
