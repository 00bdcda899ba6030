import type { Finding } from "./check.js";

/** A finding of label or instance maps: edits and regions are those of binary masks. */
export function mapFinding(facts: Omit<Finding, "edits" | "kinds">): Finding {
  return { ...facts, edits: [], kinds: [] };
}
