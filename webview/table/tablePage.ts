import type { Settings } from "../../src/core/settings.js";
import type { Handlers, Remote } from "../../src/protocol/rpc.js";
import type { TableCalls, TableEvents, TableRun } from "../../src/protocol/table.js";
import { createAnnouncer } from "../announcer.js";
import { element } from "../dom.js";
import { formatCount, formatValue } from "../format.js";
import type { Action } from "../state.js";
import { emptyMessage } from "../states.js";
import { ordered, passing } from "./arrange.js";
import { columnChooser } from "./columnChooser.js";
import { type ColumnMenu, columnMenu } from "./columnMenu.js";
import { AREA, type Column, columnOf, DISAGREEMENT } from "./columns.js";
import { rowsAsCsv } from "./csv.js";
import { TableData } from "./data.js";
import { createGrid } from "./grid.js";
import { axisOf, binned } from "./histogram.js";
import { createPopup } from "./popup.js";
import { shownRows } from "./selection.js";
import { dialsOf, NAME, reduceTable, type TableAction, type TableState } from "./tableState.js";
import { createTableToolbar } from "./tableToolbar.js";

export interface TablePageOptions {
  readonly remote: Remote<TableCalls>;
  readonly state: TableState;
  keep(state: TableState): void;
}

const BINS = 32;

/** The page of the ranking table: a run, what was chosen of it, and everything drawn from the two once a frame. */
export function createTablePage(
  root: HTMLElement,
  { remote, state: kept, keep }: TablePageOptions,
): Handlers<TableEvents> {
  let state = kept;
  let run: TableRun | null = null;
  let opened: number | null = null;
  let failure: string | null = null;
  let requested = false;
  let lowerNames: readonly string[] = [];

  const announcer = createAnnouncer();
  const data = new TableData({
    columns: (revision, ids, dials) => remote.columns(revision, ids, dials),
    onChange() {
      failure = null;
      request();
    },
    onFailure(reason) {
      failure = reason;
      request();
    },
  });

  const dispatch = (action: TableAction) => {
    const before = state;
    state = reduceTable(state, action);
    keep(state);
    if (before.sort !== state.sort || before.ranges !== state.ranges || before.text !== state.text) grid.toTop();
    if (before.dials?.threshold !== state.dials?.threshold) grid.forgetPictures();
    request();
  };

  let menu: ColumnMenu | null = null;
  const popup = createPopup("Columns", "popup", () => {
    menu = null;
    grid.focus();
  });
  const toolbar = createTableToolbar({
    filterText: (text) => dispatch({ do: "text", text }),
    clearRange: (column) => dispatch({ do: "filter", column, range: null }),
    chooseColumns: (anchor) => openChooser(anchor),
    copy: () => copy(),
    setPictures: (shown) => dispatch({ do: "pictures", shown }),
    turn: (change) => run && dispatch({ do: "turn", change, settings: run.settings }),
    resetDials: () => dispatch({ do: "resetDials" }),
    scoreAgain: () => void remote.scoreAgain(),
  });
  const grid = createGrid({
    sort: (column, add) => dispatch({ do: "sort", column, add }),
    menu: (column, anchor) => openMenu(column, anchor),
    brush: (column, range) => dispatch({ do: "filter", column, range }),
    drop: (column, onto) => dispatch({ do: "moveColumn", column, to: state.columns.indexOf(onto) }),
    open: (row) => run && void remote.openRow(run.revision, row),
    copy: () => copy(),
    hide: (column) => dispatch({ do: "toggleColumn", column }),
    move: (column, to) => dispatch({ do: "moveColumn", column, to }),
    select: () => request(),
    thumbnail: (row) => (run ? remote.thumbnail(run.revision, row) : Promise.resolve(null)),
  });
  const trouble = element("p", { class: "trouble", role: "alert", hidden: "" });
  const content = element("main", { class: "table-page" }, toolbar.element, trouble, grid.element);
  root.replaceChildren(content, popup.element, announcer.element);

  const column = (id: string): Column => {
    const plain = columnOf(id);
    if (id !== DISAGREEMENT) return plain;
    const [first, second] = state.compared.map((score) => columnOf(score).title);
    return { ...plain, title: `Rank: ${first} − ${second}`, words: disagreementWords(first, second) };
  };

  const disagreementWords = (first: string, second: string) => {
    const rho = data.disagreement(state.compared)?.correlation ?? null;
    const agree = rho === null ? "" : ` Spearman's rank correlation: ${formatValue(rho)}.`;
    return `Rank by ${second} less rank by ${first}: where it is positive, ${first} thinks better of the pair than ${second} does.${agree}`;
  };

  const settings = (): Settings | null => run && { ...run.settings, ...dialsOf(state, run.settings) };

  const turn = (action: Action) => {
    if (!run) return;
    const { settings: own } = run;
    if (action.do === "turn") {
      const { score, parameter, value } = action;
      dispatch({ do: "turnParameter", score, parameter, value, settings: own });
    } else if (action.do === "set" && action.change.threshold !== undefined) {
      dispatch({ do: "turn", change: { threshold: action.change.threshold }, settings: own });
    }
  };

  const openMenu = (id: string, anchor: HTMLElement) => {
    const shown = column(id);
    const at = state.columns.indexOf(id);
    menu = columnMenu(
      {
        column: shown,
        range: state.ranges[id] ?? null,
        settings: run?.canTurn ? settings() : null,
        isAsScored: data.isAsScored(id),
        note: id === DISAGREEMENT ? shown.words : null,
      },
      {
        filter: (target, range) => dispatch({ do: "filter", column: target, range }),
        move(by) {
          popup.close();
          dispatch({ do: "moveColumn", column: id, to: at + by });
        },
        hide() {
          popup.close();
          dispatch({ do: "toggleColumn", column: id });
        },
        explain: () => void remote.explainScore(id),
        turn,
      },
    );
    popup.open(anchor, menu.elements);
  };

  const openChooser = (anchor: HTMLElement) => {
    if (!run) return;
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
  };

  const copy = () => {
    if (!run) return;
    const rows = shownRows(grid.selection, order(run));
    if (rows.length === 0) return;
    const columns = state.columns.flatMap((id) => {
      const values = data.values(id, state.compared);
      return values ? [{ id, values }] : [];
    });
    void remote.copy(rowsAsCsv(rows, run.names, columns));
    announcer.say(`${formatCount(rows.length)} rows copied as CSV`);
  };

  const request = () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      render();
    });
  };

  /** Worked out anew only when something that it depends on is another. */
  let arranged: { readonly key: readonly unknown[]; readonly passed: Uint32Array; readonly order: Uint32Array } | null =
    null;
  const order = (of: TableRun): Uint32Array => arrange(of).order;
  const arrange = (of: TableRun) => {
    const keys = state.sort.flatMap(({ column: id, descending }) => {
      const values = id === NAME ? rowNumbers(of) : data.values(id, state.compared);
      return values ? [{ values, descending }] : [];
    });
    const filters = Object.entries(state.ranges).flatMap(([id, range]) => {
      const values = data.values(id, state.compared);
      return values ? [{ ...range, values }] : [];
    });
    const text = state.text.trim().toLowerCase();
    const key = [of.revision, text, ...keys.flatMap(({ values, descending }) => [values, descending])];
    const filterKey = filters.flatMap(({ values, minimum, maximum }) => [values, minimum, maximum]);
    const whole = [...key, "filtered by", ...filterKey];
    if (arranged && same(arranged.key, whole)) return arranged;
    const passed = passing(of.names.length, filters, text === "" ? null : (row) => lowerNames[row].includes(text));
    arranged = { key: whole, passed, order: ordered(passed, keys) };
    return arranged;
  };

  let numbers = new Float64Array();
  /** Names come in their natural order: their places are as good as they are. */
  const rowNumbers = ({ names }: TableRun) => {
    if (numbers.length !== names.length) numbers = Float64Array.from(names.keys());
    return numbers;
  };

  const histograms = new Map<
    string,
    { readonly values: Float64Array; readonly all: Uint32Array; readonly axis: ReturnType<typeof axisOf> }
  >();
  const histogram = (shown: Column, values: Float64Array | undefined, passed: Uint32Array) => {
    if (!values) return null;
    let whole = histograms.get(shown.id);
    if (whole?.values !== values) {
      const axis = axisOf(values, shown.range, shown.log);
      whole = { values, axis, all: binned(values, null, axis, BINS) };
      histograms.set(shown.id, whole);
    }
    const { axis, all } = whole;
    return { axis, all, shown: passed.length === values.length ? all : binned(values, passed, axis, BINS) };
  };

  const render = () => {
    const isEmpty = !run;
    toolbar.element.hidden = grid.element.hidden = isEmpty;
    content.querySelector('[data-testid="empty"]')?.remove();
    if (!run) {
      content.append(emptyMessage("Score a folder of masks, or open a run of the side bar.", "No run is open"));
      return;
    }
    const { columns: ids, sort, compared, ranges } = state;
    data.want({
      ids: [...ids, ...sort.map(({ column: id }) => id).filter((id) => id !== NAME)],
      dials: state.dials,
      compared,
    });
    const { passed, order: rows } = arrange(run);
    const columns = ids.map(column);
    const values = ids.map((id) => data.values(id, compared));
    menu?.show({ ...run.settings, ...dialsOf(state, run.settings) });
    trouble.hidden = failure === null;
    trouble.textContent = failure ?? "";
    toolbar.show({
      run: run.name,
      text: state.text,
      ranges,
      shown: rows.length,
      of: run.names.length,
      selected: grid.selection.rows.size,
      pictures: state.pictures,
      dials: dialsOf(state, run.settings),
      isTurned: state.dials !== null,
      canTurn: run.canTurn,
      isScoring: run.state === "scoring",
    });
    grid.show({
      run,
      order: rows,
      columns,
      values,
      sort,
      opened,
      pictures: state.pictures,
      headings: columns.map((shown, i) => {
        const at = sort.findIndex((key) => key.column === shown.id);
        return {
          column: shown,
          sort: at < 0 ? null : { place: at + 1, of: sort.length, descending: sort[at].descending },
          range: ranges[shown.id] ?? null,
          histogram: histogram(shown, values[i], passed),
          isAsScored: shown.id !== AREA && data.isAsScored(shown.id),
        };
      }),
    });
  };

  return {
    show(next) {
      run = next;
      if (next) {
        state = reduceTable(state, { do: "show", run: next });
        lowerNames = next.names.map((name) => name.toLowerCase());
        keep(state);
      }
      data.show(next);
      request();
    },
    opened(row) {
      opened = row;
      request();
    },
  };
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
