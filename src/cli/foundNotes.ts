import { printable } from "../report/printable.js";
import type { Plan } from "../scoring/folders.js";

/** More of them say nothing new. */
const MOST = 10;

/** What was found beside masks, a line each: the same folder may be in several plans. */
export function foundNotes(plans: ReadonlyArray<Pick<Plan, "notes">>): string {
  const notes = Array.from(new Set(plans.flatMap((plan) => plan.notes)));
  const more = notes.length - MOST;
  return [
    ...notes.slice(0, MOST).map((note) => `Note: ${printable(note)}\n`),
    ...(more > 0 ? [`Note: ${more} more like ${more === 1 ? "this" : "these"}.\n`] : []),
  ].join("");
}
