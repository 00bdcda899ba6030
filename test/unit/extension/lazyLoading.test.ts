import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const bundle = join(resolve(__dirname, "../../.."), "dist/extension.js");

/** Loads the bundle as VS Code does when it activates the extension, with a stand-in for its API; prints what is required. */
const loader = `
const Module = require("node:module");
const load = Module._load;
const anything = () => new Proxy(class {}, { get: (target, key) => (key === "prototype" ? target.prototype : anything()), apply: anything });
const required = [];
Module._load = function (request, ...rest) {
  if (request === "vscode") return anything();
  required.push(request.replace(/^node:/, ""));
  return load.call(this, request, ...rest);
};
require(${JSON.stringify(bundle)});
process.stdout.write(JSON.stringify(required));
`;

describe("the extension's bundle", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", loader], { encoding: "utf8" });
  const required: readonly string[] = JSON.parse(stdout || "[]");

  it("loads", () => {
    assert.ok(required.includes("path"), stderr);
  });

  it("starts no thread and no process, and does not load what would", () => {
    assert.deepEqual(
      required.filter((name) => /^(worker_threads|child_process|cluster|workerpool)$/.test(name)),
      [],
    );
  });

  it("does not load pngjs, which is for rare layouts", () => {
    // What pngjs needs and nothing else does.
    assert.deepEqual(
      required.filter((name) => /^(pngjs|assert|stream)$/.test(name)),
      [],
    );
  });
});
