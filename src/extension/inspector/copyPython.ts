import { env, l10n } from "vscode";
import { pythonSnippet } from "../../core/conventions/python.js";
import type { PythonCall } from "../../protocol/calls.js";
import type { PairJob } from "../../scoring/pairJob.js";
import { Problem } from "../problem.js";

/** Puts a script on the clipboard that prints what a library returns for the pair. */
export async function copyPython({ prediction, truth, classMaps }: PairJob, call: PythonCall): Promise<void> {
  const { score, preset, read, shared, variant } = call;
  const maps = classMaps && read.classes?.map(({ id }) => classMaps.find((map) => map.id === id)?.file ?? prediction);
  const files = { ...read, prediction, truth, ...(maps && { classMaps: maps }) };
  const script = pythonSnippet(score, preset, files, shared, variant);
  if (script === null) throw new Problem(l10n.t("{0} does not have this score.", preset), "");
  await env.clipboard.writeText(script);
}
