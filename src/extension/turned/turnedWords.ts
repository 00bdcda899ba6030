import type { Settings } from "../../core/settings.js";
import type { TableDials } from "../../protocol/table.js";

/** What is turned for all pairs, against what they were scored under: "threshold 0.3, preset keras". */
export function turnedWords(dials: TableDials | null, own: Settings): string {
  if (!dials) return "";
  const isSame = JSON.stringify(dials.overrides) === JSON.stringify(own.overrides ?? {});
  return [
    ...(dials.threshold === own.threshold ? [] : [`threshold ${dials.threshold}`]),
    ...(dials.preset === own.preset ? [] : [`preset ${dials.preset}`]),
    ...(isSame ? [] : ["parameters turned"]),
  ].join(", ");
}
