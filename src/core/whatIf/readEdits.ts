import type { Edit } from "./edits.js";

/** Edits that were kept as plain data; what is none is left out. */
export function readEdits(kept: unknown): Edit[] {
  return Array.isArray(kept) ? kept.flatMap((entry) => readEdit(entry) ?? []) : [];
}

function readEdit(kept: unknown): Edit | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { do: what, dx, dy, threshold, as, first }: Partial<Record<string, unknown>> = { ...kept };
  switch (what) {
    case "erode":
    case "dilate":
    case "fillHoles":
    case "dropSpecks":
    case "invert":
    case "stretch":
      return { do: what };
    case "shift":
      return isWhole(dx) && isWhole(dy) ? { do: what, dx, dy } : null;
    case "binarise":
      return isThreshold(threshold) ? { do: what, threshold } : null;
    case "flip":
      return as === "horizontal" || as === "vertical" || as === "both" || as === "transpose" ? { do: what, as } : null;
    case "correct":
      return isWhole(first) && first >= 0 && isThreshold(threshold) ? { do: what, first, threshold } : null;
    default:
      return null;
  }
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

function isThreshold(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}
