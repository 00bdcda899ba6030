import assert from "node:assert/strict";
import { commandOf, type Stroke } from "../../../webview/keys.js";

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
    for (const key of ["j", "J", "n"]) assert.deepEqual(commandOf(stroke(key)), { do: "step", by: 1 });
    for (const key of ["k", "p"]) assert.deepEqual(commandOf(stroke(key)), { do: "step", by: -1 });
    assert.deepEqual(commandOf(stroke("ArrowRight", { altKey: true })), { do: "step", by: 1 });
    assert.deepEqual(commandOf(stroke("ArrowUp", { altKey: true })), { do: "step", by: -1 });
  });

  it("choose layers by number, and nothing beyond", () => {
    assert.deepEqual(commandOf(stroke("1")), { do: "layer", layer: "errors" });
    assert.deepEqual(commandOf(stroke("7")), { do: "layer", layer: "image" });
    assert.equal(commandOf(stroke("8")), null);
    assert.deepEqual(commandOf(stroke("0")), { do: "actualSize" });
  });

  it("pan with arrows, probe with Shift", () => {
    assert.deepEqual(commandOf(stroke("ArrowLeft")), { do: "pan", dx: 48, dy: 0 });
    assert.deepEqual(commandOf(stroke("ArrowDown", { shiftKey: true })), { do: "probe", dx: 0, dy: 1 });
    assert.deepEqual(commandOf(stroke("ArrowDown", { shiftKey: true, ctrlKey: true })), { do: "probe", dx: 0, dy: 10 });
  });

  it("leave the shortcuts of VS Code alone", () => {
    assert.equal(commandOf(stroke("p", { ctrlKey: true })), null);
    assert.equal(commandOf(stroke("b", { metaKey: true })), null);
    assert.equal(commandOf(stroke("F1")), null);
    assert.equal(commandOf(stroke("toString")), null);
  });
});
