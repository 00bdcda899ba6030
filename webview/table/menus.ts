import type { TableRun } from "../../src/protocol/table.js";
import type { Action } from "../state/state.js";
import { columnChooser } from "./columnChooser.js";
import { type ColumnMenu, columnMenu } from "./columnMenu.js";
import { type Column, DISAGREEMENT } from "./columns.js";
import { createPopup } from "./popup.js";
import { dialsOf, type TableAction, type TableState } from "./tableState.js";

export interface MenuEvents {
  dispatch(action: TableAction): void;
  explain(score: string): void;
  rankBy(score: string): void;
  /** The keyboard is given back. */
  onClose(): void;
}

interface Shown {
  readonly run: TableRun;
  readonly state: TableState;
}

export interface Menus {
  readonly element: HTMLElement;
  openColumn(anchor: HTMLElement, content: Shown & { readonly column: Column; readonly caveat: string | null }): void;
  openChooser(anchor: HTMLElement, content: Shown): void;
  /** Settings turned elsewhere show in an open menu. */
  show(run: TableRun, state: TableState): void;
}

const settingsOf = (run: TableRun, state: TableState) => ({ ...run.settings, ...dialsOf(state, run.settings) });

/** What hangs below a heading, and the list of all columns. */
export function createMenus({ dispatch, explain, rankBy, onClose }: MenuEvents): Menus {
  let menu: ColumnMenu | null = null;
  const popup = createPopup("Columns", "popup", () => {
    menu = null;
    onClose();
  });
  const then = (action: TableAction) => {
    popup.close();
    dispatch(action);
  };
  const turn = (run: TableRun, action: Action) => {
    const { settings } = run;
    if (action.do === "turn") {
      const { score, parameter, value } = action;
      dispatch({ do: "turnParameter", score, parameter, value, settings });
    } else if (action.do === "set" && action.change.threshold !== undefined) {
      dispatch({ do: "turn", change: { threshold: action.change.threshold }, settings });
    }
  };
  return {
    element: popup.element,
    openColumn(anchor, { run, state, column, caveat }) {
      const { id, words } = column;
      menu = columnMenu(
        {
          column,
          range: state.ranges[id] ?? null,
          settings: run.canTurn ? settingsOf(run, state) : null,
          caveat,
          note: id === DISAGREEMENT ? words : null,
        },
        {
          filter: (target, range) => dispatch({ do: "filter", column: target, range }),
          move: (by) => then({ do: "moveColumn", column: id, to: state.columns.indexOf(id) + by }),
          hide: () => then({ do: "toggleColumn", column: id }),
          explain: () => explain(id),
          rankBy() {
            popup.close();
            rankBy(id);
          },
          turn: (action) => turn(run, action),
        },
      );
      popup.open(anchor, menu.elements);
    },
    openChooser(anchor, { run, state }) {
      popup.open(
        anchor,
        columnChooser(
          { scores: run.scores, columns: state.columns, compared: state.compared },
          {
            toggle: (id) => dispatch({ do: "toggleColumn", column: id }),
            compare: (scores) => dispatch({ do: "compare", scores }),
          },
        ),
      );
    },
    show: (run, state) => menu?.show(settingsOf(run, state)),
  };
}
