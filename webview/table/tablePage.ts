import type { Handlers, Remote } from "../../src/protocol/rpc.js";
import type { TableCalls, TableDials, TableEvents, TableRun } from "../../src/protocol/table.js";
import { createAnnouncer } from "../ui/announcer.js";
import { element } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import { createLatest } from "../ui/latest.js";
import { emptyMessage } from "../ui/states.js";
import { type Arrangement, createArranger } from "./arrangement.js";
import { createBackBar } from "./backBar.js";
import { CELL, type Column, DISAGREEMENT } from "./columns.js";
import { rowsAsCsv } from "./csv.js";
import { dashboardContent } from "./dashboard/content.js";
import { createDashboard } from "./dashboard/dashboard.js";
import { TableData } from "./data.js";
import { DataSet } from "./dataSet.js";
import { createGrid } from "./grid.js";
import { sortOf } from "./gridHead.js";
import { createLimitsBar } from "./limitsBar.js";
import { createMenus } from "./menus.js";
import { shownRows } from "./selection.js";
import { shownColumn } from "./shownColumn.js";
import { reduceTable, type TableAction, type TableState, wantedColumns } from "./tableState.js";
import { createTableToolbar } from "./tableToolbar.js";

export interface TablePageOptions {
  readonly remote: Remote<TableCalls>;
  readonly state: TableState;
  keep(state: TableState): void;
}

interface Turning {
  readonly run: string;
  readonly dials: TableDials | null;
}

/** The page of the ranking table: a run, what was chosen of it, and everything drawn from the two once a frame. */
export function createTablePage(
  root: HTMLElement,
  { remote, state: kept, keep }: TablePageOptions,
): Handlers<TableEvents> {
  let state = kept;
  let run: TableRun | null = null;
  let opened: number | null = null;
  let failure: string | null = null;
  /** A click in the dashboard led to the table, which took its place. */
  let cameFromDashboard = false;
  let requested = false;

  const request = () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      render();
    });
  };
  const dispatch = (action: TableAction) => {
    const before = state;
    state = reduceTable(state, action);
    keep(state);
    if (run && before.dials !== state.dials) turning.want({ run: run.id, dials: state.dials });
    // What is no longer filtered by is no longer what the inspector should point at.
    if (run && before.ranges[CELL] && !state.ranges[CELL]) void remote.light(run.revision, null);
    if (state.dashboard) cameFromDashboard = false;
    if (before.sort !== state.sort || before.ranges !== state.ranges || before.text !== state.text) grid.toTop();
    request();
  };

  const turning = createLatest(({ run: id, dials }: Turning) => remote.turn(id, dials), {
    onAnswer() {},
    onFailure(reason) {
      failure = reason;
      request();
    },
  });
  const announcer = createAnnouncer();
  const arranger = createArranger();
  const data = new TableData({
    columns: (...asked) => remote.columns(...asked),
    cell: (...asked) => remote.cell(...asked),
    onChange() {
      failure = null;
      request();
    },
    onFailure(reason) {
      failure = reason;
      request();
    },
  });
  const dataSet = new DataSet({
    means: (...asked) => remote.means(...asked),
    totals: (revision) => remote.totals(revision),
    onChange: request,
  });
  const valuesOf = (id: string) => data.values(id, state.compared);
  const caveat = (id: string) => data.caveat(id);
  const arrange = (of: TableRun): Arrangement => arranger.arrange(of, state, valuesOf);

  const column = (id: string): Column =>
    shownColumn(id, {
      state,
      settings: run?.settings ?? {},
      correlation: id === DISAGREEMENT ? (data.disagreement(state.compared)?.correlation ?? null) : null,
    });

  const copy = () => {
    if (!run) return;
    const rows = shownRows(grid.selection, arrange(run).order);
    if (rows.length === 0) return;
    const columns = state.columns.flatMap((id) => {
      const values = valuesOf(id);
      return values ? [{ id, values }] : [];
    });
    void remote.copy(rowsAsCsv(rows, run.names, columns));
    announcer.say(`${formatCount(rows.length)} rows copied as CSV`);
  };
  const open = (row: number) => run && void remote.openRow(run.revision, row);

  const menus = createMenus({
    dispatch,
    explain: (id) => void remote.explainScore(id),
    rankBy: (id) => void remote.rankBy(id),
    onClose: () => grid.focus(),
  });
  const openMenu = (id: string, anchor: HTMLElement) =>
    run && menus.openColumn(anchor, { run, state, column: column(id), caveat: caveat(id) });
  const toolbar = createTableToolbar({
    filterText: (text) => dispatch({ do: "text", text }),
    chooseColumns: (anchor) => run && menus.openChooser(anchor, { run, state }),
    copy,
    setPictures: (shown) => dispatch({ do: "pictures", shown }),
    setDashboard: (shown) => dispatch({ do: "dashboard", shown }),
    turn: (change) => run && dispatch({ do: "turn", change, settings: run.settings }),
    resetDials: () => dispatch({ do: "resetDials" }),
    scoreAgain: () => void remote.scoreAgain(),
  });
  const limits = createLimitsBar(
    (id) => dispatch({ do: "filter", column: id, range: null }),
    () => {
      dispatch({ do: "dashboard", shown: true });
      // After the dashboard was drawn, which was asked for before.
      requestAnimationFrame(dashboard.revealFailures);
    },
  );
  const grid = createGrid({
    sort: (id, add) => dispatch({ do: "sort", column: id, add }),
    menu: openMenu,
    brush: (id, range) => dispatch({ do: "filter", column: id, range }),
    drop: (id, onto) => dispatch({ do: "moveColumn", column: id, to: state.columns.indexOf(onto) }),
    open,
    copy,
    hide: (id) => dispatch({ do: "toggleColumn", column: id }),
    move: (id, to) => dispatch({ do: "moveColumn", column: id, to }),
    select: request,
    thumbnail: (row, threshold) => (run ? remote.thumbnail(run.revision, row, threshold) : Promise.resolve(null)),
  });
  const dashboard = createDashboard({
    axes: (axes) => dispatch({ do: "axes", axes }),
    brush: (across, up) => dispatch({ do: "ranges", ranges: { [state.axes[0]]: across, [state.axes[1]]: up } }),
    open,
    openFailure: (index) => run && void remote.openFailure(run.revision, index),
    turnThreshold: (threshold) =>
      run?.canTurn && dispatch({ do: "turn", change: { threshold }, settings: run.settings }),
    showCell(cell) {
      if (run) void remote.light(run.revision, cell);
      dispatch({ do: "showCell", cell });
      // Where there is no room for both, the pairs are what was asked for.
      if (grid.element.offsetParent !== null) return;
      dispatch({ do: "dashboard", shown: false });
      cameFromDashboard = true;
    },
  });
  const back = createBackBar(() => dispatch({ do: "dashboard", shown: true }));
  const trouble = element("p", { class: "trouble", role: "alert", hidden: "" });
  const progress = element("div", {
    class: "progress",
    role: "progressbar",
    "aria-label": "Scoring all pairs again",
    hidden: "",
  });
  const halves = element("div", { class: "table-halves" }, grid.element, dashboard.element);
  const empty = emptyMessage("Score a folder of masks, or open a run of the side bar.", "No run is open");
  const page = element(
    "main",
    { class: "table-page" },
    toolbar.element,
    progress,
    trouble,
    back.element,
    halves,
    limits.element,
    empty,
  );
  root.replaceChildren(page, menus.element, announcer.element);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "f" || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    toolbar.search.focus();
  });

  const render = () => {
    toolbar.element.hidden = halves.hidden = limits.element.hidden = !run;
    empty.hidden = run !== null;
    if (!run) return;
    data.want({ ids: wantedColumns(state), dials: state.dials, compared: state.compared, cell: state.cell });
    const { passed, order } = arrange(run);
    const columns = state.columns.map(column);
    const values = state.columns.map(valuesOf);
    menus.show(run, state);
    progress.hidden = !data.isWaiting;
    trouble.hidden = failure === null;
    trouble.textContent = failure ?? "";
    limits.show({
      limits: Object.entries(state.ranges).map(([id, range]) => ({ column: column(id), range })),
      failures: run.failures,
      hasCaveat: columns.some(({ id }) => caveat(id) !== null),
    });
    toolbar.show({ run, state, shown: order.length, selected: grid.selection.rows.size });
    grid.show({
      run,
      order,
      columns,
      values,
      sort: state.sort,
      opened,
      pictures: state.pictures,
      threshold: state.dials?.threshold ?? run.settings.threshold,
      headings: columns.map((shown, i) => ({
        column: shown,
        sort: sortOf(shown.id, state.sort),
        range: state.ranges[shown.id] ?? null,
        histogram: arranger.histogram(shown, values[i], passed),
        caveat: caveat(shown.id),
      })),
    });
    back.show(cameFromDashboard ? column(CELL).words : null);
    dashboard.element.hidden = !state.dashboard;
    if (!state.dashboard) return;
    dashboard.show(dashboardContent({ run, state, columns, passed, opened, column, valuesOf, caveat }, dataSet));
  };

  return {
    show(next) {
      run = next;
      if (next) {
        state = reduceTable(state, { do: "show", run: next });
        keep(state);
      }
      data.show(next);
      request();
    },
    turned(dials) {
      // What is turned here is newer than what the host has.
      if (turning.isWaiting) return;
      state = reduceTable(state, { do: "turned", dials });
      request();
    },
    opened(row) {
      opened = row;
      request();
    },
  };
}
