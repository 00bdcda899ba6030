import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assembled, modules, shippedFile } from "../wasm/assemble.js";

/** What the bundler says went into each bundle of the last build. */
interface Meta {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}

const sourcesIn = (bundle: string): string[] => {
  const { outputs }: Meta = JSON.parse(readFileSync(join(__dirname, `../../out/meta/${bundle}.json`), "utf8"));
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
};

describe("the WebAssembly that ships", () => {
  it("is in the bundle of the workers, and in no page: the policy of pages forbids it", () => {
    const isModule = (file: string) => modules.some(({ shipped }) => file === `src/${shipped}`);
    assert.equal(sourcesIn("worker").filter(isModule).length, modules.length);
    assert.deepEqual(sourcesIn("page").filter(isModule), []);
  });

  for (const module of modules) {
    it(`is that of ${module.source}`, async () => {
      assert.equal(readFileSync(shippedFile(module), "utf8"), await assembled(module), "run: npm run wasm");
    });
  }
});
