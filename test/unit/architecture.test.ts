import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const root = resolve(__dirname, "../..");

/** Who may import whom, by folder; a folder may always import itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "src/core": [],
  "src/formats": ["src/core"],
  "src/pairing": ["src/core"],
  "src/report": ["src/core"],
  "src/protocol": ["src/core"],
  "src/scoring": ["src/core", "src/formats", "src/pairing", "src/report"],
  "src/extension": ["src/core", "src/formats", "src/pairing", "src/report", "src/protocol", "src/scoring"],
  "src/cli": ["src/core", "src/formats", "src/pairing", "src/report", "src/protocol", "src/scoring"],
  webview: ["src/core", "src/protocol"],
};

/** Packages with one importer, so that one file could swap them. */
const soleImporter: Readonly<Record<string, string>> = {
  pngjs: "src/formats/png.ts",
  "@vscode/webview-ui-toolkit": "webview/ui/widgets.ts",
  uplot: "webview/ui/plot.ts",
};

/** Folders that know nothing of Node. */
const pure = ["src/core", "src/pairing", "src/report", "src/protocol", "webview"];

interface Import {
  readonly from: string;
  readonly what: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.split(sep).join("/")}`);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|(?:import|require)\(\s*"([^"]+)"\s*\)/g,
  );
  return Array.from(statements, ([, first, second]) => ({ from: file, what: first ?? second }));
}

const folderOf = (file: string) => Object.keys(allowed).find((folder) => file.startsWith(`${folder}/`));

const imports = Object.keys(allowed).flatMap(sources).flatMap(importsOf);

const target = ({ from, what }: Import) =>
  relative(root, resolve(root, dirname(from), what))
    .split(sep)
    .join("/");

describe("architecture", () => {
  it("finds the imports it is to judge", () => {
    assert.ok(imports.length > 100);
    assert.ok(imports.some(({ from, what }) => from === "src/formats/png.ts" && what === "pngjs"));
  });

  for (const [folder, others] of Object.entries(allowed)) {
    it(`${folder} imports only ${others.length > 0 ? others.join(", ") : "itself"}`, () => {
      const crossing = imports.filter((statement) => {
        if (!statement.from.startsWith(`${folder}/`) || !statement.what.startsWith(".")) return false;
        const to = folderOf(target(statement));
        return to !== folder && (to === undefined || !others.includes(to));
      });
      assert.deepEqual(crossing, []);
    });
  }

  it("has no files that import each other in a circle, types among what is imported", () => {
    const files = new Set(imports.map(({ from }) => from));
    const next = new Map<string, string[]>();
    for (const statement of imports) {
      const to = target(statement).replace(/\.js$/, ".ts");
      if (statement.what.startsWith(".") && files.has(to)) {
        next.set(statement.from, [...(next.get(statement.from) ?? []), to]);
      }
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const to of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    assert.deepEqual(circles, []);
  });

  for (const folder of pure) {
    it(`${folder} knows nothing of Node`, () => {
      const node = /^(node:|(fs|path|os|url|util|zlib|worker_threads|child_process)(\/|$))/;
      assert.deepEqual(
        imports.filter(({ from, what }) => from.startsWith(`${folder}/`) && node.test(what)),
        [],
      );
    });
  }

  it("only src/extension imports vscode", () => {
    assert.deepEqual(
      imports.filter(({ from, what }) => what === "vscode" && !from.startsWith("src/extension/")),
      [],
    );
  });

  for (const [name, file] of Object.entries(soleImporter)) {
    it(`only ${file} imports ${name}`, () => {
      const others = imports.filter(
        ({ from, what }) => (what === name || what.startsWith(`${name}/`)) && from !== file,
      );
      assert.deepEqual(others, []);
    });
  }
});
