import type { ShareRegion } from "../../src/core/shares.js";
import type { ScoreOrder } from "../../src/protocol/persisted.js";
import type { Action } from "../state/state.js";
import { element, setAttribute } from "../ui/dom.js";
import { choiceList } from "../ui/widgets.js";
import { bandDefinition, shareNames, shareRegions, shareTitles } from "./shareRegions.js";

/** How the scores are sorted: a list of all orders, and the key of the bars, of which each part sorts by its share. */
export function createScoreOrder(dispatch: (action: Action) => void) {
  let shown: ScoreOrder = "catalogue";
  const set = (order: ScoreOrder) => dispatch({ do: "set", change: { order } });
  const list = choiceList<ScoreOrder>(
    "Order of the scores",
    "order",
    [
      { value: "catalogue", title: "Catalogue order" },
      { value: "largest", title: "Largest value first" },
      { value: "smallest", title: "Smallest value first" },
      ...shareRegions.map((value) => ({ value, title: `Share of ${shareNames[value]}` })),
    ],
    "catalogue",
    set,
  );
  const buttons = shareRegions.map((region) => {
    const button = keyButton(region);
    button.addEventListener("click", () => set(shown === region ? "catalogue" : region));
    return { region, button };
  });
  return {
    list: list.element,
    key: element(
      "div",
      { class: "keys", role: "group", "aria-label": "Share by region" },
      ...buttons.map(({ button }) => button),
    ),
    show(order: ScoreOrder) {
      shown = order;
      list.setValue(order);
      for (const { region, button } of buttons) setAttribute(button, "aria-pressed", String(region === order));
    },
  };
}

function keyButton(region: ShareRegion): HTMLButtonElement {
  const label = `Sort by the share of ${shareTitles[region].toLowerCase()}${region === "band" ? "" : "s"}`;
  return element(
    "button",
    {
      type: "button",
      class: "key",
      title: region === "band" ? `${label}. ${bandDefinition}` : label,
      "aria-label": `${shareNames[region]}: ${label}`,
      "aria-pressed": "false",
      "data-testid": `sort-${region}`,
    },
    element("span", { class: `swatch ${region}` }),
    element("span", { class: "key-name" }, shareNames[region]),
  );
}
