import { scoreById } from "../../src/core/catalogue.js";
import type { Dials } from "../../src/protocol/persisted.js";
import { presetLabel } from "../breakdown/conventions.js";

/**
 * What is turned on the page and stands otherwise in the settings of the run, a phrase each:
 * "Threshold 0.334 here, 0.5 in the ranking". Numbers in full: those that differ must not look the same.
 *
 * @param hostName where the others stand, "the ranking".
 */
export function turnedDials(here: Dials, host: Dials, hostName: string): string[] {
  const phrase = (name: string, own: string | number, other: string | number) =>
    own === other ? [] : [`${name} ${own} here, ${other} in ${hostName}`];
  const ids = new Set([...Object.keys(here.overrides), ...Object.keys(host.overrides)]);
  const scores = [...ids].filter((id) => JSON.stringify(here.overrides[id]) !== JSON.stringify(host.overrides[id]));
  return [
    ...phrase("Threshold", here.threshold, host.threshold),
    ...phrase("Kernel", here.kernel, host.kernel),
    ...phrase("Convention", presetLabel(here.preset).title, presetLabel(host.preset).title),
    ...(scores.length > 0
      ? [`Parameters of ${scores.map((id) => scoreById(id).title).join(", ")} are not those of ${hostName}`]
      : []),
  ];
}
