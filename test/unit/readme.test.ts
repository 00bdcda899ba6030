import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freshReadme, readmeFile } from "../docs/readme.js";

const text = readFileSync(readmeFile, "utf8");
const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(dirname(readmeFile), "package.json"), "utf8"),
).scripts;

describe("README", () => {
  it("prints the scores of the catalogue and how the reference came out (else: npm run docs)", () => {
    assert.equal(text, freshReadme());
  });

  it("names only scripts that exist", () => {
    const named = Array.from(text.matchAll(/npm run ([\w:]+)/g), ([, name]) => name);
    assert.ok(named.includes("demo"));
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it("shows only pictures that are in the repository", () => {
    const pictures = Array.from(text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g), ([, file]) => file);
    assert.deepEqual(
      pictures.filter((file) => !existsSync(join(dirname(readmeFile), file))),
      [],
    );
  });
});
