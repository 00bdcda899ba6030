import assert from "node:assert/strict";
import { defaultSettings } from "../../../../src/core/settings.js";
import { persistedUris } from "../../../../src/protocol/persisted.js";
import { initialState } from "../../../../webview/state/initialState.js";
import { alone, initialLooks, shownLayers } from "../../../../webview/state/looks.js";
import { restoreState } from "../../../../webview/state/restoreState.js";
import { isTurned, reduce, type State, settingsOf, viewOf } from "../../../../webview/state/state.js";

const uris = { prediction: "file:///p.png", truth: "file:///t.png" };

const show = (state: State, settings = defaultSettings, of = uris) =>
  reduce(state, { do: "show", name: "p", uris: of, settings });

describe("state of the page", () => {
  it("survives being kept and restored", () => {
    let state = show(initialState);
    state = reduce(state, { do: "set", change: { layer: "loss", loss: "focal", camera: { x: 1, y: 2, zoom: 3 } } });
    state = reduce(state, { do: "set", change: { arrangement: "onion", split: 0.25, sides: ["image", "errors"] } });
    state = reduce(state, { do: "look", layer: "truth", change: { shown: true, style: "outline", colours: "pink" } });
    state = reduce(state, { do: "turn", score: "focal", parameter: "gamma", value: 3 });
    state = reduce(state, { do: "toggle", list: "expanded", score: "focal" });
    assert.deepEqual(restoreState(JSON.parse(JSON.stringify(state))), state);
    assert.deepEqual(persistedUris(state), uris);
  });

  it("restores what is usable of a state that is not its own", () => {
    for (const kept of [undefined, null, 7, "x", [], {}]) assert.deepEqual(restoreState(kept), initialState);
    const kept = {
      layer: "nonsense",
      loss: "gone",
      threshold: 7,
      looks: { errors: { opacity: 7, colours: "none" }, loss: { style: "outline" } },
      sides: ["errors"],
      arrangement: "upside down",
      expanded: [1, "bce"],
      overrides: { focal: { gamma: {} } },
    };
    assert.deepEqual(restoreState(kept), {
      ...initialState,
      threshold: 1,
      expanded: ["bce"],
      overrides: { focal: {} },
    });
    assert.equal(persistedUris({ pair: { uris: { prediction: "p" } } }), null);
    assert.equal(persistedUris("nonsense"), null);
  });

  it("follows what is turned elsewhere, and the edits of the pair that it shows itself, not those of another", () => {
    const dials = { threshold: 0.3, kernel: 31, preset: "default", overrides: {} } as const;
    const turned = { dials, pair: uris.prediction, edits: [{ do: "erode" }] } as const;
    const state = reduce(show(initialState), { do: "follow", turned });
    assert.deepEqual([state.threshold, state.edits], [0.3, turned.edits]);
    const other = reduce(show(initialState), { do: "follow", turned: { ...turned, pair: "file:///other.png" } });
    assert.deepEqual([other.threshold, other.edits], [0.3, []]);
    const back = reduce(state, { do: "follow", turned: null });
    assert.deepEqual([back.threshold, back.edits], [0.5, []]);
    assert.deepEqual(reduce(state, { do: "host" }).edits, turned.edits, "a reset of the dials leaves the edits");
  });

  it("keeps what was turned from pair to pair, until the host's settings change", () => {
    let state = reduce(show(initialState), { do: "set", change: { threshold: 0.3 } });
    state = show(state, defaultSettings, { prediction: "file:///q.png", truth: "file:///u.png" });
    assert.equal(state.threshold, 0.3);
    state = show(state, { ...defaultSettings, threshold: 0.6 });
    assert.equal(state.threshold, 0.6);
  });

  it("keeps what-if edits over a reload, and drops them with the pair", () => {
    const edits = [{ do: "shift", dx: 1, dy: 0 }, { do: "erode" }] as const;
    const kept = reduce(show(initialState), { do: "set", change: { edits } });
    const restored = restoreState(JSON.parse(JSON.stringify(kept)));
    assert.deepEqual(show(restored).edits, edits);
    assert.deepEqual(show(restored, defaultSettings, { ...uris, prediction: "file:///q.png" }).edits, []);
    assert.deepEqual(restoreState({ ...kept, edits: [{ do: "melt" }] }).edits, []);
  });

  it("keeps the camera on the same pair only", () => {
    const camera = { x: 1, y: 2, zoom: 3 };
    const state = reduce(show(initialState), { do: "set", change: { camera } });
    assert.deepEqual(show(state).camera, camera);
    assert.equal(show(state, defaultSettings, { ...uris, prediction: "file:///q.png" }).camera, null);
  });

  it("shows a layer alone over the image, or adds one to others", () => {
    const shown = (state: State) => shownLayers(state.looks);
    let state = reduce(initialState, { do: "set", change: { layer: "weight" } });
    assert.deepEqual([state.layer, shown(state)], ["weight", ["image", "weight"]]);
    state = reduce(state, { do: "look", layer: "truth", change: { shown: true } });
    assert.deepEqual([state.layer, shown(state)], ["truth", ["image", "weight", "truth"]]);
    state = reduce(state, { do: "look", layer: "image", change: { shown: false } });
    assert.deepEqual([state.layer, shown(state)], ["truth", ["weight", "truth"]]);
    state = reduce(state, { do: "look", layer: "truth", change: { shown: false } });
    assert.deepEqual([state.layer, shown(state)], ["weight", ["weight"]]);
    state = reduce(state, { do: "set", change: { layer: "errors" } });
    assert.deepEqual([state.layer, shown(state)], ["errors", ["errors"]]);
    state = reduce(state, { do: "set", change: { layer: "image" } });
    assert.deepEqual([state.layer, shown(state)], ["image", ["image"]]);
  });

  it("steps the threshold without drift, and within its range", () => {
    let state = initialState;
    for (let i = 0; i < 10; i++) {
      state = reduce(state, { do: "set", change: { threshold: state.threshold + 0.01 } });
    }
    assert.equal(state.threshold, 0.6);
    assert.equal(reduce(state, { do: "set", change: { threshold: 1.01 } }).threshold, 1);
  });

  it("a preset undoes what was turned by hand", () => {
    const turned = reduce(initialState, { do: "turn", score: "focal", parameter: "gamma", value: 3 });
    assert.ok(isTurned(turned, "focal"));
    assert.deepEqual(settingsOf(turned, { settings: defaultSettings }).overrides, { focal: { gamma: 3 } });
    const preset = reduce(turned, { do: "usePreset", preset: "seed" });
    assert.deepEqual([preset.preset, preset.overrides], ["seed", {}]);
    assert.ok(!isTurned(reduce(turned, { do: "reset", score: "focal" }), "focal"));
  });

  it("a value of the preset itself does not count as turned", () => {
    const state = reduce(initialState, { do: "usePreset", preset: "seed" });
    assert.ok(!isTurned(reduce(state, { do: "turn", score: "focal", parameter: "gamma", value: 0.75 }), "focal"));
  });

  it("goes into a link and comes out of it again; what is the person's own stays", () => {
    const uris = { prediction: "file:///p.png", truth: "file:///t.png" };
    const sender: State = {
      ...initialState,
      pair: { name: "a", uris },
      layer: "loss",
      loss: "focal",
      threshold: 0.42,
      camera: { x: 1, y: 2, zoom: 3 },
      overrides: { focal: { gamma: 1 } },
      filmstrip: false,
      looks: alone(initialLooks, "loss"),
    };
    const view = viewOf(sender);
    assert.deepEqual(view, {
      layer: "loss",
      loss: "focal",
      camera: { x: 1, y: 2, zoom: 3 },
      threshold: 0.42,
      kernel: 50,
      preset: "default",
      overrides: { focal: { gamma: 1 } },
      looks: { errors: { ...initialLooks.errors, shown: false }, loss: { ...initialLooks.loss, shown: true } },
    });
    const receiver: State = { ...initialState, pair: { name: "b", uris }, split: 0.1, threshold: 0.9, locked: true };
    const adopted = reduce(receiver, { do: "adopt", view });
    assert.deepEqual(adopted, { ...sender, pair: receiver.pair, locked: true, filmstrip: true });
    assert.deepEqual(reduce(receiver, { do: "adopt", view: { layer: 7, camera: "x" } }).layer, "errors");
  });
});
