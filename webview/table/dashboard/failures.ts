import type { TableFailure } from "../../../src/protocol/table.js";
import { element } from "../../ui/dom.js";
import { formatCount } from "../../ui/format.js";

/** Names that are shown of a reason at first. */
const FIRST = 20;

/** What could not be scored, by reason, the most frequent first; a name opens what there is to see. */
export function failureList(failures: readonly TableFailure[], onOpen: (index: number) => void): HTMLElement {
  const reasons = new Map<string, number[]>();
  for (const [index, { reason }] of failures.entries()) reasons.set(reason, [...(reasons.get(reason) ?? []), index]);
  const sorted = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  return element(
    "div",
    { "data-testid": "failures" },
    ...sorted.map(([reason, indices]) => {
      const list = element("ul", { class: "failure-names" });
      const add = (some: readonly number[]) =>
        list.append(
          ...some.map((index) => {
            const button = element("button", { type: "button", class: "link" }, failures[index].name);
            button.addEventListener("click", () => onOpen(index));
            return element("li", {}, button);
          }),
        );
      add(indices.slice(0, FIRST));
      if (indices.length > FIRST) {
        const more = element(
          "button",
          { type: "button", class: "link" },
          `${formatCount(indices.length - FIRST)} more`,
        );
        const item = element("li", {}, more);
        more.addEventListener("click", () => {
          item.remove();
          add(indices.slice(FIRST));
        });
        list.append(item);
      }
      return element(
        "details",
        { class: "failure", open: "" },
        element(
          "summary",
          { class: "failure-reason" },
          element("span", { class: "failure-count" }, formatCount(indices.length)),
          element("span", {}, reason),
        ),
        list,
      );
    }),
  );
}
