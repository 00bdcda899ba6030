import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assembled, modules, shippedFile } from "../wasm/assemble.js";

describe("the WebAssembly that ships", () => {
  for (const module of modules) {
    it(`is that of ${module.source}`, async () => {
      assert.equal(readFileSync(shippedFile(module), "utf8"), await assembled(module), "run: npm run wasm");
    });
  }
});
