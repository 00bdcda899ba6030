import assert from "node:assert/strict";
import { Preloader } from "../../../../src/extension/inspector/preloader.js";
import type { SentPair } from "../../../../src/protocol/pairView.js";

const job = (name: string) => ({ name, prediction: `/p/${name}`, truth: `/t/${name}` });

function rig(names: readonly string[], onLoad: (name: string) => void = () => {}) {
  const sent: string[] = [];
  const loaded: string[] = [];
  const preloader = new Preloader({
    next: () => names.map(job),
    key: async ({ name }) => name,
    async load({ name }) {
      loaded.push(name);
      onLoad(name);
      // The preloader only passes the view on.
      return name.startsWith("labels") ? undefined : ({ name } as SentPair);
    },
    async send(key) {
      sent.push(key);
    },
  });
  return { preloader, sent, loaded };
}

describe("reading ahead", () => {
  it("sends what is likely next, in that order, and once", async () => {
    const { preloader, sent, loaded } = rig(["b", "labels", "c"]);
    await preloader.run();
    assert.deepEqual(sent, ["b", "c"]);
    assert.ok(preloader.has("c") && !preloader.has("labels"));
    await preloader.run();
    assert.deepEqual(loaded, ["b", "labels", "c", "labels"]);
  });

  it("stops when the person moves on, and sends nothing that was under way", async () => {
    const { preloader, sent, loaded } = rig(["a", "b", "c"], (name) => {
      if (name === "b") preloader.cancel();
    });
    await preloader.run();
    assert.deepEqual(loaded, ["a", "b"]);
    assert.deepEqual(sent, ["a"]);
  });

  it("leaves out what the page got otherwise, and starts afresh with a new page", async () => {
    const { preloader, sent } = rig(["a", "b"]);
    preloader.note("a");
    await preloader.run();
    assert.deepEqual(sent, ["b"]);
    preloader.forget();
    await preloader.run();
    assert.deepEqual(sent, ["b", "a", "b"]);
  });
});
