import { createPeer, type Handlers, type Message } from "../../src/protocol/rpc.js";
import type { TableCalls, TableEvents } from "../../src/protocol/table.js";
import { installWidgets } from "../ui/widgets.js";
import { restoreTable } from "./restoreTable.js";
import { createTablePage } from "./tablePage.js";
import type { TableState } from "./tableState.js";

/** Often enough to survive a reload, not at every step of a slider. */
const KEEP_EVERY = 250;

const host = acquireVsCodeApi<TableState>();

let unsaved: TableState | null = null;
let waiting = false;

function flush(): void {
  waiting = false;
  if (unsaved) keep(unsaved);
  unsaved = null;
}

/** At once after a pause, so that a reload right after a click forgets nothing. */
function keep(state: TableState): void {
  if (waiting) {
    unsaved = state;
    return;
  }
  host.setState(state);
  waiting = true;
  setTimeout(flush, KEEP_EVERY);
}

installWidgets();

// Page and channel need each other: the handlers are filled in once the page exists.
const handlers: Partial<Handlers<TableEvents>> = {};
const peer = createPeer<TableEvents, TableCalls>(handlers as Handlers<TableEvents>, (message) =>
  host.postMessage(message),
);

Object.assign(
  handlers,
  createTablePage(document.body, {
    remote: peer.remote,
    state: restoreTable(host.getState()),
    keep,
  }),
);

window.addEventListener("message", (event: MessageEvent<Message>) => peer.receive(event.data));
window.addEventListener("pagehide", flush);
void peer.remote.ready();
