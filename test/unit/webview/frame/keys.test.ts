import assert from "node:assert/strict";
import { actionIds, specOf } from "../../../../src/protocol/actions.js";
import { ownLayers as layers } from "../../../../src/protocol/persisted.js";
import { actionOf, type Stroke, sheet, strokeText } from "../../../../webview/frame/keys.js";

const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe("keys", () => {
  it("walk the ranking", () => {
    for (const key of ["j", "J", "n"]) assert.equal(actionOf(stroke(key)), "nextPair");
    for (const key of ["k", "p"]) assert.equal(actionOf(stroke(key)), "previousPair");
    assert.equal(actionOf(stroke("ArrowRight", { altKey: true })), "nextPair");
    assert.equal(actionOf(stroke("ArrowUp", { altKey: true })), "previousPair");
  });

  it("choose layers by number, and nothing beyond", () => {
    const chosen = layers.map((_, i) => actionOf(stroke(String(i + 1))));
    assert.equal(chosen[0], "showErrors");
    assert.equal(new Set(chosen).size, layers.length);
    assert.equal(actionOf(stroke(String(layers.length + 1))), undefined);
    assert.equal(actionOf(stroke("0")), "actualSize");
  });

  it("pan with arrows, probe with Shift", () => {
    assert.equal(actionOf(stroke("ArrowLeft")), "panLeft");
    assert.equal(actionOf(stroke("ArrowDown", { shiftKey: true })), "probeDown");
    assert.equal(actionOf(stroke("ArrowDown", { shiftKey: true, ctrlKey: true })), "probeFarDown");
  });

  it("take a character as it is typed, with Shift or without", () => {
    assert.equal(actionOf(stroke("?", { shiftKey: true })), "showKeys");
    assert.equal(actionOf(stroke("+", { shiftKey: true })), "zoomIn");
    assert.equal(actionOf(stroke("J", { shiftKey: true })), "nextPair");
  });

  it("leave the shortcuts of VS Code alone", () => {
    assert.equal(actionOf(stroke("p", { ctrlKey: true })), undefined);
    assert.equal(actionOf(stroke("b", { metaKey: true })), undefined);
    assert.equal(actionOf(stroke("F1")), undefined);
    assert.equal(actionOf(stroke("toString")), undefined);
  });

  it("mean one thing each", () => {
    const all = actionIds.flatMap((id) => specOf(id).keys);
    assert.deepEqual(
      all.filter((keys, i) => all.indexOf(keys) !== i),
      [],
    );
  });

  it("are all on the sheet", () => {
    const onSheet = sheet().flatMap(({ rows }) => rows.flatMap(({ keys }) => keys));
    for (const id of actionIds) {
      const { keys, together } = specOf(id);
      for (const one of together ? [together.keys] : keys.map(strokeText)) assert.ok(onSheet.includes(one), id);
    }
    assert.ok(sheet().every(({ rows }) => rows.length > 0));
  });

  it("read as they are printed on a keyboard", () => {
    assert.equal(strokeText("Alt+ArrowRight"), "Alt+→");
    assert.equal(strokeText("+"), "+");
    assert.equal(strokeText("Escape"), "Esc");
  });
});
