import type { HostCalls, PageEvents } from "../src/protocol/calls.js";
import { createPeer, type Handlers, type Message } from "../src/protocol/rpc.js";
import { createPage } from "./page.js";
import { warmUp } from "./paint/warmUp.js";
import { agreementColours, cssRgb, mergedColour, regionColours, regions, splitColour } from "./stage/palettes.js";
import { restoreState } from "./state/restoreState.js";
import type { State } from "./state/state.js";
import { whenIdle } from "./ui/idle.js";
import { installWidgets } from "./ui/widgets.js";

/** Often enough to survive a reload, not at every step of a slider. */
const KEEP_EVERY = 250;

const host = acquireVsCodeApi<State>();

let unsaved: State | null = null;

function flush(): void {
  if (unsaved) host.setState(unsaved);
  unsaved = null;
}

function keep(state: State): void {
  if (!unsaved) setTimeout(flush, KEEP_EVERY);
  unsaved = state;
}

installWidgets();
for (const [name, colour] of [
  ["split", splitColour],
  ["merged", mergedColour],
  ...Object.entries(agreementColours),
] as const) {
  document.documentElement.style.setProperty(`--${name}`, cssRgb(colour));
}
for (const region of regions) {
  document.documentElement.style.setProperty(`--${region}`, cssRgb(regionColours[region]));
}

// Page and channel need each other: the handlers are filled in once the page exists.
const handlers: Partial<Handlers<PageEvents>> = {};
const peer = createPeer<PageEvents, HostCalls>(handlers as Handlers<PageEvents>, (message) =>
  host.postMessage(message),
);

Object.assign(
  handlers,
  createPage(document.body, {
    layout: document.body.dataset.layout === "side" ? "side" : "panel",
    remote: peer.remote,
    state: restoreState(host.getState()),
    keep,
  }),
);

window.addEventListener("message", (event: MessageEvent<Message>) => peer.receive(event.data));
window.addEventListener("pagehide", flush);
void peer.remote.ready();
whenIdle(warmUp());
