import type { ComparisonCalls, ComparisonEvents, ComparisonState } from "../../src/protocol/comparison.js";
import { createPeer, type Handlers, type Message } from "../../src/protocol/rpc.js";
import { installWidgets } from "../ui/widgets.js";
import { createComparePage } from "./comparePage.js";

const host = acquireVsCodeApi<ComparisonState>();

installWidgets();

// Page and channel need each other: the handlers are filled in once the page exists.
const handlers: Partial<Handlers<ComparisonEvents>> = {};
const peer = createPeer<ComparisonEvents, ComparisonCalls>(handlers as Handlers<ComparisonEvents>, (message) =>
  host.postMessage(message),
);
Object.assign(
  handlers,
  createComparePage(document.body, {
    remote: peer.remote,
    state: host.getState(),
    keep: (state) => void host.setState(state),
  }),
);
window.addEventListener("message", (event: MessageEvent<Message>) => peer.receive(event.data));
void peer.remote.ready();
