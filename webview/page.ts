import { type ActionId, isPageAction } from "../src/protocol/actions.js";
import type { HostCalls, PageEvents } from "../src/protocol/calls.js";
import type { Handlers, Remote } from "../src/protocol/rpc.js";
import { pairOf } from "./breakdown/question.js";
import { createRegather } from "./breakdown/regather.js";
import { createArrivals, looksTheSame } from "./frame/arrivals.js";
import { type Content, regathering, titleOfFigure, toolbarContent } from "./frame/content.js";
import { createFilmstrip } from "./frame/filmstrip.js";
import { inflateReread, inflateScores } from "./frame/inflate.js";
import { createKeySheet } from "./frame/keySheet.js";
import { createPairPane } from "./frame/pairPane.js";
import { createShare } from "./frame/share.js";
import { createToolbar } from "./frame/toolbar.js";
import { createMapScene } from "./maps/scene.js";
import { atPosition, closeImage, decodeImage, type Scene, type SourceImage, withEvidence } from "./stage/scene.js";
import { createSceneCache } from "./stage/sceneCache.js";
import { createPageActions } from "./state/actions.js";
import { createMirror } from "./state/mirror.js";
import { type Action, dialsOf, reduce, type State } from "./state/state.js";
import { createAnnouncer } from "./ui/announcer.js";
import { element } from "./ui/dom.js";
import { listenToHold } from "./ui/hold.js";
import { listenToKeys } from "./ui/keyboard.js";
import { emptyMessage, failureMessage, loadingMessage } from "./ui/states.js";

export interface PageOptions {
  readonly layout: "panel" | "side";
  readonly remote: Remote<HostCalls>;
  readonly state: State;
  keep(state: State): void;
}

/** The page: what is shown, what was chosen, and everything drawn from the two once a frame. */
export function createPage(
  root: HTMLElement,
  { layout, remote, state: kept, keep }: PageOptions,
): Handlers<PageEvents> {
  let state = kept;
  let content: Content = { kind: "blank" };
  /** Name of the pair that is on its way while another one is still shown. */
  let awaited: string | null = null;
  let regatherFailure: string | null = null;
  let newest: unknown = null;
  const scenes = createSceneCache();
  const arrivals = createArrivals();
  let requested = false;

  const mirror = createMirror((turned) => void remote.turned(turned));
  const dispatch = (action: Action) => {
    state = reduce(state, action);
    keep(state);
    if (layout === "panel")
      mirror({ dials: dialsOf(state), pair: state.pair?.uris.prediction ?? null, edits: state.edits });
    if (content.kind === "pair" && !content.scene.isSketch) {
      const { scene } = content;
      regather.follow({ pair: pairOf(scene), gathered: scene.gathered }, regathering(state, scene));
    }
    request();
  };

  const regather = createRegather(async (question) => inflateReread(await remote.regather(question)), {
    onAnswer(gathered, answer) {
      if (content.kind !== "pair") return;
      regatherFailure = null;
      content = { ...content, scene: withEvidence(content.scene, gathered, answer) };
      request();
    },
    onFailure(reason) {
      regatherFailure = `Surfaces, objects, boundary weights or other libraries' values are not those of these settings: ${reason}`;
      request();
    },
  });

  const announcer = createAnnouncer();
  const step = (by: 1 | -1) => void remote.run(by > 0 ? "nextPair" : "previousPair");
  const sheet = createKeySheet(() => void remote.run("changeKeys"));
  const toolbar = createToolbar({ dispatch, run: (action) => void run(action) });
  const pane = createPairPane(layout, {
    dispatch,
    remote,
    copyPython: remote.copyPython,
    explain: (scoreId) => void remote.explainScore(scoreId),
    openFile: (role) => void remote.openFile(role),
    compareMaps: remote.compareMaps,
    unlight: () => void remote.unlight(),
    openInspector: () => void remote.openInspector(),
    say: announcer.say,
  });
  const pageActions = createPageActions({
    stage: pane.stage,
    share: createShare({
      remote,
      picture: pane.picture,
      text: () => titleOfFigure(content, state),
      say: announcer.say,
    }),
    pair: () => (content.kind === "pair" || content.kind === "maps" ? state : null),
    dispatch,
    step,
    chooseLayers: toolbar.toggleLayers,
    stepError: pane.stepError,
    unlight: pane.unlight,
    showKeys: sheet.toggle,
  });
  const filmstrip = createFilmstrip({
    frames: remote.frames,
    thumbnail: remote.thumbnail,
    open: (revision, place) => void remote.openPlace(revision, place),
  });
  const progress = element("div", {
    class: "progress",
    role: "progressbar",
    "aria-label": "Reading the pair",
    hidden: "",
  });
  const body = element("main", { class: "body" });
  root.replaceChildren(
    ...(layout === "panel" ? [toolbar.element] : []),
    progress,
    body,
    filmstrip.element,
    announcer.element,
    sheet.element,
  );

  const request = () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      render();
    });
  };

  const render = () => {
    progress.hidden = awaited === null;
    body.classList.toggle("awaiting", awaited !== null);
    const head = toolbarContent(content, state, awaited);
    toolbar.element.hidden = !head;
    if (head) toolbar.show(head);
    filmstrip.setOpen(state.filmstrip);
    filmstrip.setThreshold(state.threshold);
    if (content.kind !== "pair" && content.kind !== "maps") return;
    if (body.firstChild !== pane.element) body.replaceChildren(pane.element);
    if (content.kind === "maps") pane.showMaps(content.scene, state);
    else pane.show(content.scene, state, regatherFailure);
  };

  /** Makes room for something else. */
  const putAway = (key?: string, image?: SourceImage | null) => {
    if (content.kind === "pair") {
      const { scene } = content;
      if (content.key !== key && !scene.isSketch) scenes.put(content.key, scene);
      else if (scene.image !== image) closeImage(scene.image);
    } else if (content.kind === "maps") closeImage(content.scene.image);
    regather.forget();
    regatherFailure = null;
    awaited = null;
  };

  const showScene = (key: string, scene: Scene) => {
    putAway(key, scene.image);
    content = { kind: "pair", scene, key };
    const { name, uris, settings } = scene.view;
    dispatch({ do: "show", name, uris, settings });
  };

  /** Puts a message in place of the pair. */
  const say = (
    next: Exclude<Content, { kind: "pair" | "maps" }>,
    message: HTMLElement,
    words = message.textContent,
  ) => {
    putAway();
    content = next;
    newest = next;
    body.replaceChildren(message);
    announcer.say(words ?? "");
    request();
  };

  const run = (action: ActionId): boolean => {
    if (isPageAction(action)) return pageActions[action]();
    void remote.run(action);
    return true;
  };

  listenToKeys(pane.stage.canvas, run);
  listenToHold(pane.stage.canvas, pane.hold);
  new MutationObserver(() => pane.stage.redraw()).observe(document.body, { attributeFilter: ["class"] });

  return {
    async show(sent, key) {
      newest = sent;
      const scene = await arrivals.whole(sent, key);
      if (newest === sent) showScene(key, scene);
      else closeImage(scene.image);
    },
    async sketch(sent, key, threshold) {
      newest = sent;
      const scene = await arrivals.sketch(sent, key);
      const { name, uris, settings } = scene.view;
      const isLikeIt = looksTheSame(reduce(state, { do: "show", name, uris, settings }), threshold);
      if (newest !== sent || !isLikeIt) return;
      showScene(key, scene);
      awaited = name;
    },
    async preload(key, sent) {
      scenes.put(key, await arrivals.whole(sent, key));
    },
    showPreloaded(key, position) {
      const here = content.kind === "pair" && content.key === key ? content.scene : undefined;
      const scene = scenes.take(key) ?? here;
      if (!scene || scene.isSketch) return false;
      newest = scene;
      showScene(key, atPosition(scene, position));
      return true;
    },
    showStrip: filmstrip.show,
    adopt: (view) => dispatch({ do: "adopt", view }),
    settle: (dials) => dispatch({ do: "settle", dials }),
    followTurned: (turned) => dispatch({ do: "follow", turned }),
    light(cell) {
      pane.light(cell);
      request();
    },
    setLocked: (locked) => dispatch({ do: "set", change: { locked } }),
    async showScores(sent) {
      newest = sent;
      const [view, image] = await Promise.all([inflateScores(sent), decodeImage(sent.image)]);
      if (newest !== sent) return closeImage(image);
      putAway();
      content = { kind: "maps", scene: createMapScene(view, image) };
      dispatch({ do: "show", name: view.name, uris: view.uris, settings: view.settings });
    },
    loading(name) {
      if (content.kind === "pair" || content.kind === "failure" || content.kind === "maps") {
        awaited = name;
        request();
      } else say({ kind: "loading", name }, loadingMessage(name));
    },
    fail(failure) {
      say({ kind: "failure", failure }, failureMessage(failure, { chooseTruth: () => void remote.chooseTruth() }));
    },
    empty(message) {
      say({ kind: "empty", message }, emptyMessage(message));
    },
    act: (action) => void pageActions[action](),
  };
}
