import assert from "node:assert/strict";
import { createLatest } from "../../../../webview/ui/latest.js";

/** Answers of a host that come when the test says so. */
function host() {
  const open: Array<{ question: string; resolve(): void; reject(): void }> = [];
  const call = (question: string) =>
    new Promise<string>((resolve, reject) =>
      open.push({
        question,
        resolve: () => resolve(`${question}!`),
        reject: () => reject(new Error(`no ${question}`)),
      }),
    );
  return { open, call };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("the latest question", () => {
  it("has one call in flight, and then asks the newest of those that came meanwhile", async () => {
    const { open, call } = host();
    const heard: string[] = [];
    const latest = createLatest(call, { onAnswer: (answer) => heard.push(answer), onFailure: assert.fail });
    for (const question of ["a", "b", "c"]) latest.want(question);
    assert.deepEqual(
      open.map(({ question }) => question),
      ["a"],
    );
    assert.ok(latest.isWaiting);
    open[0].resolve();
    await settled();
    assert.deepEqual(
      open.map(({ question }) => question),
      ["a", "c"],
    );
    open[1].resolve();
    await settled();
    assert.deepEqual(heard, ["c!"]);
    assert.ok(!latest.isWaiting);
  });

  it("asks nothing twice, unless it was forgotten", async () => {
    const { open, call } = host();
    const latest = createLatest(call, { onAnswer: () => {}, onFailure: assert.fail });
    latest.want("a");
    open[0].resolve();
    await settled();
    latest.want("a");
    assert.equal(open.length, 1);
    latest.cancel();
    latest.want("a");
    assert.equal(open.length, 2);
  });

  it("takes no answer from before it was forgotten for one to the same question asked again", async () => {
    const { open, call } = host();
    const heard: string[] = [];
    const latest = createLatest(call, { onAnswer: (answer) => heard.push(answer), onFailure: assert.fail });
    latest.want("a");
    latest.cancel();
    latest.want("a");
    open[0].resolve();
    await settled();
    assert.deepEqual(heard, []);
    open[1].resolve();
    await settled();
    assert.deepEqual(heard, ["a!"]);
  });

  it("hears no answer that comes too late, and goes on after a failure", async () => {
    const { open, call } = host();
    const heard: string[] = [];
    const latest = createLatest(call, {
      onAnswer: (answer) => heard.push(answer),
      onFailure: (why) => heard.push(why),
    });
    latest.want("a");
    latest.cancel();
    open[0].resolve();
    await settled();
    latest.want("b");
    open[1].reject();
    await settled();
    latest.want("c");
    open[2].resolve();
    await settled();
    assert.deepEqual(heard, ["no b", "c!"]);
  });
});
