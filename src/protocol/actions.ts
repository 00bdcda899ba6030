/** Headings of the key sheet, in the order shown. */
export const actionGroups = ["Ranking", "Picture", "View", "Threshold", "Probe", "Share", "Page"] as const;

/** Something that a person can ask of the inspector, by a key on its page or by a command of VS Code. */
export interface ActionSpec {
  /** As the command palette shows it. */
  readonly title: string;
  readonly group: (typeof actionGroups)[number];
  /**
   * Key strokes on the page: modifiers, then the `key` of a KeyboardEvent, as `Shift+ArrowUp`. Shift is left out where
   * it only makes the character: `?`, not `Shift+/`.
   */
  readonly keys: readonly string[];
  /** Keys that work while the stage has the focus, as arrows do: elsewhere they scroll or move a slider. */
  readonly onStage?: true;
  /** Binding of the command that VS Code has from the start. */
  readonly binding?: string;
  /** Who does it: the page, or the extension host. Either may be asked, and asks the other. */
  readonly by: "page" | "host";
  /** One row of the key sheet, for the actions that share it. */
  readonly together?: { readonly keys: string; readonly does: string };
  /** Can be bound to keys, but is not offered in the palette, where it would only be noise. */
  readonly bindingOnly?: true;
}

const movement = { by: "page", onStage: true, bindingOnly: true } as const;

const pan = (direction: string, key: string) =>
  ({
    title: `Pan ${direction}`,
    group: "View",
    keys: [key],
    together: { keys: "Arrows", does: "Pan; where the whole mask is seen, ← and → walk the ranking" },
    ...movement,
  }) as const;

const probe = (direction: string, key: string) =>
  ({
    title: `Move Probe ${direction}`,
    group: "Probe",
    keys: [`Shift+${key}`],
    together: { keys: "Shift+Arrows", does: "Move the probe by a pixel" },
    ...movement,
  }) as const;

const probeFar = (direction: string, key: string) =>
  ({
    title: `Move Probe Ten Pixels ${direction}`,
    group: "Probe",
    keys: [`Ctrl+Shift+${key}`],
    together: { keys: "Ctrl+Shift+Arrows", does: "Move the probe by ten pixels" },
    ...movement,
  }) as const;

/**
 * The one table of what the inspector can be asked. Keys of the page, the key sheet, the commands of the manifest and
 * their bindings (`npm run docs` writes them) all derive from it: a new action is a line here, and what it does a line
 * in `webview/state/actions.ts` or `src/extension/commands.ts`.
 */
export const actions = {
  nextPair: {
    title: "Next Pair",
    group: "Ranking",
    keys: ["J", "N", "Alt+ArrowRight", "Alt+ArrowDown"],
    binding: "alt+pagedown",
    by: "host",
  },
  previousPair: {
    title: "Previous Pair",
    group: "Ranking",
    keys: ["K", "P", "Alt+ArrowLeft", "Alt+ArrowUp"],
    binding: "alt+pageup",
    by: "host",
  },
  toggleLock: { title: "Toggle Lock on Pair", group: "Ranking", keys: ["L"], by: "host" },
  toggleFilmstrip: { title: "Toggle Filmstrip", group: "Ranking", keys: ["T"], by: "page" },
  showErrors: { title: "Show Errors", group: "Picture", keys: ["1"], by: "page" },
  showTruth: { title: "Show Truth", group: "Picture", keys: ["2"], by: "page" },
  showPrediction: { title: "Show Prediction", group: "Picture", keys: ["3"], by: "page" },
  showProbability: { title: "Show Probability", group: "Picture", keys: ["4"], by: "page" },
  showWeight: { title: "Show Boundary Weight", group: "Picture", keys: ["5"], by: "page" },
  showLoss: { title: "Show Per-Pixel Loss", group: "Picture", keys: ["6"], by: "page" },
  showImage: { title: "Show Source Image", group: "Picture", keys: ["7"], by: "page" },
  showGradient: { title: "Show Gradient of a Loss", group: "Picture", keys: ["8"], by: "page" },
  showDistance: { title: "Show Signed Distance", group: "Picture", keys: ["9"], by: "page" },
  chooseLayers: { title: "Choose Layers…", group: "Picture", keys: ["A"], by: "page" },
  nextLayer: { title: "Next Layer", group: "Picture", keys: [], binding: "alt+]", by: "page" },
  previousLayer: { title: "Previous Layer", group: "Picture", keys: [], binding: "alt+[", by: "page" },
  toggleBase: { title: "Toggle Source Image Under the Layers", group: "Picture", keys: ["B"], by: "page" },
  nextView: { title: "Next View", group: "View", keys: ["V"], by: "page" },
  toggleSideBySide: { title: "Toggle Side by Side", group: "View", keys: ["S"], by: "page" },
  zoomToFit: { title: "Zoom to Fit", group: "View", keys: ["F"], binding: "alt+0", by: "page" },
  actualSize: { title: "Zoom to Actual Size", group: "View", keys: ["0"], by: "page" },
  zoomIn: { title: "Zoom In", group: "View", keys: ["+", "="], binding: "alt+=", by: "page" },
  zoomOut: { title: "Zoom Out", group: "View", keys: ["-", "_"], binding: "alt+-", by: "page" },
  nextError: { title: "Zoom to Next Error", group: "View", keys: ["E"], by: "page" },
  previousError: { title: "Zoom to Previous Error", group: "View", keys: ["W"], by: "page" },
  panLeft: pan("Left", "ArrowLeft"),
  panRight: pan("Right", "ArrowRight"),
  panUp: pan("Up", "ArrowUp"),
  panDown: pan("Down", "ArrowDown"),
  thresholdDown: { title: "Lower Threshold", group: "Threshold", keys: ["["], by: "page" },
  thresholdUp: { title: "Raise Threshold", group: "Threshold", keys: ["]"], by: "page" },
  probeLeft: probe("Left", "ArrowLeft"),
  probeRight: probe("Right", "ArrowRight"),
  probeUp: probe("Up", "ArrowUp"),
  probeDown: probe("Down", "ArrowDown"),
  probeFarLeft: probeFar("Left", "ArrowLeft"),
  probeFarRight: probeFar("Right", "ArrowRight"),
  probeFarUp: probeFar("Up", "ArrowUp"),
  probeFarDown: probeFar("Down", "ArrowDown"),
  swapTruth: { title: "Swap Prediction and Ground Truth", group: "Page", keys: ["X"], by: "host" },
  copyLink: { title: "Copy Link to This View", group: "Share", keys: [], by: "page" },
  savePicture: { title: "Save Picture…", group: "Share", keys: [], by: "page" },
  copyPicture: { title: "Copy Picture", group: "Share", keys: [], by: "page" },
  copyRowAsCsv: { title: "Copy Row as CSV", group: "Share", keys: [], by: "page" },
  copyRowAsMarkdown: { title: "Copy Row as Markdown", group: "Share", keys: [], by: "page" },
  copyCommandLine: { title: "Copy Command Line", group: "Share", keys: [], by: "page" },
  leave: {
    title: "Put Away the Probe; Back to the Stage",
    group: "Page",
    keys: ["Escape"],
    by: "page",
    bindingOnly: true,
  },
  showKeys: { title: "Show Keys of the Inspector", group: "Page", keys: ["?"], by: "page" },
  changeKeys: { title: "Change Keys of the Inspector…", group: "Page", keys: [], by: "host" },
} as const satisfies Readonly<Record<string, ActionSpec>>;

export type ActionId = keyof typeof actions;

/** Actions that the extension host does. */
export type HostAction = { [Id in ActionId]: (typeof actions)[Id]["by"] extends "host" ? Id : never }[ActionId];

/** Actions that the page does. */
export type PageAction = Exclude<ActionId, HostAction>;

export const actionIds = Object.keys(actions) as readonly ActionId[];

export function specOf(id: ActionId): ActionSpec {
  return actions[id];
}

export function isHostAction(id: ActionId): id is HostAction {
  return actions[id].by === "host";
}

export function isPageAction(id: ActionId): id is PageAction {
  return !isHostAction(id);
}
