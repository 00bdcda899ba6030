import assert from "node:assert/strict";
import { quantise } from "../../../../src/core/maps/quantise.js";
import type { Regathering } from "../../../../src/protocol/calls.js";
import { createRegather } from "../../../../webview/breakdown/regather.js";

const pairs = { a: { prediction: "a", truth: "t" }, b: { prediction: "b", truth: "t" } };
const usual: Regathering = { threshold: 0.5, kernel: 50, edits: [], compare: false };
const nothing = {
  pixels: { levels: new Float64Array(), negatives: new Float64Array(), positives: new Float64Array() },
};

/** A host whose answers come when the test says so, each with a mark of the pair that it was asked about. */
function rig() {
  const open: Array<{ pair: string; settings: Regathering; answer(): Promise<void>; fail(): Promise<void> }> = [];
  const heard: string[] = [];
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const regather = createRegather(
    ({ pair, ...settings }) =>
      new Promise((resolve, reject) =>
        open.push({
          pair: pair.prediction,
          settings,
          async answer() {
            const marked = { ...quantise(Float64Array.of(0)), scale: pair.prediction === "a" ? 1 : 2 };
            resolve({
              evidence: { kind: "binary", ...nothing, pixels: { ...nothing.pixels, maximum: 1 } },
              weight: marked,
            });
            await settled();
          },
          async fail() {
            reject(new Error(pair.prediction));
            await settled();
          },
        }),
      ),
    {
      onAnswer: ({ kernel, threshold }, { weight }) =>
        heard.push(`${weight.scale === 1 ? "a" : "b"} at ${threshold} with ${kernel}`),
      onFailure: (reason) => heard.push(`no ${reason}`),
    },
  );
  return { open, heard, regather };
}

describe("reading the pixels of the pair on the page", () => {
  it("asks at once for what a pair lacks, and names the pair: the host may be at another one", async () => {
    const { open, heard, regather } = rig();
    regather.follow({ pair: pairs.a, gathered: null }, usual);
    assert.deepEqual([open[0].pair, open[0].settings], ["a", usual]);
    await open[0].answer();
    assert.deepEqual(heard, ["a at 0.5 with 50"]);
  });

  it("drops what comes of a pair that was left, answer or failure", async () => {
    for (const end of ["answer", "fail"] as const) {
      const { open, heard, regather } = rig();
      regather.follow({ pair: pairs.a, gathered: null }, usual);
      regather.forget();
      regather.follow({ pair: pairs.b, gathered: null }, usual);
      await open[0][end]();
      assert.deepEqual(heard, []);
      await open[1].answer();
      assert.deepEqual(heard, ["b at 0.5 with 50"]);
    }
  });

  it("drops the answer about a pair that was left and is back: its files may be others", async () => {
    const { open, heard, regather } = rig();
    for (const pair of [pairs.a, pairs.b, pairs.a]) {
      regather.forget();
      regather.follow({ pair, gathered: null }, usual);
    }
    await open[0].answer();
    assert.deepEqual(heard, []);
    await open[1].answer();
    assert.deepEqual([open.map(({ pair }) => pair).join(), heard.length], ["a,a", 1]);
  });

  it("passes over the pairs between, however fast a person walks", async () => {
    const { open, regather } = rig();
    for (let i = 0; i < 9; i++) {
      regather.forget();
      regather.follow({ pair: i % 2 ? pairs.a : pairs.b, gathered: null }, { ...usual, kernel: i + 1 });
    }
    await open[0].answer();
    assert.deepEqual(
      open.map(({ settings }) => settings.kernel),
      [1, 9],
    );
  });

  it("asks nothing where what was read serves", () => {
    const { open, regather } = rig();
    regather.follow({ pair: pairs.a, gathered: { ...usual, compare: true } }, usual);
    assert.equal(open.length, 0);
    regather.follow({ pair: pairs.a, gathered: usual }, { ...usual, compare: true });
    regather.follow({ pair: pairs.a, gathered: usual }, { ...usual, edits: [{ do: "invert" }] });
    assert.equal(open.length, 1, "one at a time");
  });
});
