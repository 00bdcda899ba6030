import type { FollowCalls, FollowEvents } from "../../src/protocol/follow.js";
import { createPeer, type Handlers, type Message } from "../../src/protocol/rpc.js";
import { installWidgets } from "../ui/widgets.js";
import { createFollowPage } from "./followPage.js";

const host = acquireVsCodeApi<{ readonly score?: string; readonly run?: string }>();

installWidgets();

// Page and channel need each other: the handlers are filled in once the page exists.
const handlers: Partial<Handlers<FollowEvents>> = {};
const peer = createPeer<FollowEvents, FollowCalls>(handlers as Handlers<FollowEvents>, (message) =>
  host.postMessage(message),
);
Object.assign(
  handlers,
  createFollowPage(document.body, peer.remote, host.getState()?.score, (state) => void host.setState(state)),
);
window.addEventListener("message", (event: MessageEvent<Message>) => peer.receive(event.data));
void peer.remote.ready();
