import { scoreById } from "../catalogue.js";
import {
  type ComparedValue,
  type Convention,
  callFacts,
  conventions,
  type LibraryName,
  type SharedValues,
  sharedParameters,
} from "./index.js";
import { loading, type SnippetFiles } from "./loading.js";

export { type HowRead, howRead, type SnippetFiles } from "./loading.js";

/**
 * A Python script that loads the pair as it was read here, and prints what the library returns.
 *
 * @param shared the values that the library is called with: threshold, pixel size, parameters turned by hand.
 * @param variant name of a variant; none: the library's own.
 * @returns null where the library has no such score.
 */
export function pythonSnippet(
  scoreId: string,
  preset: LibraryName,
  files: SnippetFiles,
  shared: SharedValues,
  variant?: string,
): string | null {
  const { scores, prelude, library }: Convention = conventions[preset];
  const found = (Object.hasOwn(scores, scoreId) ? scores[scoreId] : []).find(
    ({ name, kinds }) => name === variant && kinds.includes(files.kind),
  );
  if (!found) return null;
  const call = callFacts(shared, files.kind);
  return [
    `# ${scoreId} as ${library} computes it`,
    "import numpy as np",
    "from PIL import Image",
    "",
    ...loading(files, scoreById(scoreId).family, shared.threshold),
    "",
    found.prelude?.(call) ?? prelude(call),
    "",
    `print(float(${found.python(sharedParameters(shared, scoreId), call)}))`,
    "",
  ].join("\n");
}

/** The first call of a library that returns the value of a line, to six digits: for values that are ours. */
export function callReturning(
  value: ComparedValue["value"],
  lines: readonly ComparedValue[],
): ComparedValue | undefined {
  return lines.find(
    (line) =>
      line.python !== null &&
      (typeof value === "number" && typeof line.value === "number"
        ? Math.abs(value - line.value) <= 1e-6 * Math.abs(value)
        : value !== null && value === line.value),
  );
}
