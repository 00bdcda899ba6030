// Builds everything that ships (dist/) and, with --tests, the bundle that runs inside an extension host (out/).
//   node esbuild.mjs [--production] [--tests] [--watch]

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import esbuild from "esbuild";
import temml from "temml";

const flags = new Set(process.argv.slice(2));
const { version } = JSON.parse(await readFile("package.json", "utf8"));
const CATALOGUE = "src/core/catalogue.ts";

/** `import formulas from "virtual:formulas"`: score id -> MathML, rendered here so that no TeX engine ships. */
const formulas = {
  name: "formulas",
  setup(build) {
    build.onResolve({ filter: /^virtual:formulas$/ }, ({ path }) => ({ path, namespace: "formulas" }));
    build.onLoad({ filter: /.*/, namespace: "formulas" }, async () => {
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [CATALOGUE],
        bundle: true,
        write: false,
        metafile: true,
        format: "esm",
        platform: "neutral",
      });
      const code = Buffer.from(outputFiles[0].contents).toString("base64");
      const { catalogue } = await import(`data:text/javascript;base64,${code}`);
      const options = { displayMode: true, xml: true, throwOnError: true };
      const rendered = catalogue.map(({ id, formula }) => [id, temml.renderToString(formula, options)]);
      const watchFiles = Object.keys(metafile.inputs).map((file) => `${process.cwd()}/${file}`);
      return { contents: JSON.stringify(Object.fromEntries(rendered)), loader: "json", watchFiles };
    });
  },
};

/** Which sources the bundles are made of: a cache of what other ones computed is not read. */
async function digestOfSources() {
  const hash = createHash("sha256");
  const files = (await readdir("src", { recursive: true })).filter((file) => file.endsWith(".ts")).sort();
  for (const file of files) hash.update(file).update(await readFile(`src/${file}`));
  return hash.digest("hex").slice(0, 16);
}

const common = {
  bundle: true,
  define: { BUILD: JSON.stringify(await digestOfSources()), VERSION: JSON.stringify(version) },
  metafile: true,
  sourcemap: true,
  minify: flags.has("--production"),
  legalComments: "none",
  logLevel: "warning",
};
const node = { ...common, platform: "node", target: "node20", format: "cjs" };
const page = {
  ...common,
  platform: "browser",
  target: "chrome128",
  format: "iife",
  outdir: "dist/page",
  loader: { ".ttf": "file" },
  assetNames: "[name]",
  plugins: [formulas],
};

/** `require("pngjs")` reads a bundle of its own beside the others: most runs never need it. */
const pngjsBeside = {
  name: "pngjs-beside",
  setup(build) {
    build.onResolve({ filter: /^pngjs$/ }, () => ({ path: "./pngjs.js", external: true }));
  },
};
const shipped = { ...node, plugins: [pngjsBeside] };

const bundles = {
  extension: { ...shipped, entryPoints: ["src/extension/main.ts"], outfile: "dist/extension.js", external: ["vscode"] },
  worker: { ...shipped, entryPoints: ["src/scoring/worker.ts"], outfile: "dist/worker.js" },
  pngjs: { ...node, entryPoints: ["node_modules/pngjs/lib/png.js"], outfile: "dist/pngjs.js" },
  cli: {
    ...shipped,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  },
  page: {
    ...page,
    entryPoints: {
      inspector: "webview/main.ts",
      compare: "webview/compare/main.ts",
      follow: "webview/follow/main.ts",
      table: "webview/table/main.ts",
    },
  },
  style: {
    ...page,
    entryPoints: {
      inspector: "webview/inspector.css",
      compare: "webview/compare.css",
      follow: "webview/follow.css",
      table: "webview/table.css",
    },
  },
};
if (flags.has("--tests")) {
  bundles.integration = {
    ...node,
    entryPoints: ["test/integration/index.ts"],
    outfile: "out/integration.js",
    external: ["vscode", "mocha"],
  };
}

await mkdir("out/meta", { recursive: true });
for (const [name, options] of Object.entries(bundles)) {
  const [entry] = Object.values(options.entryPoints);
  if (!existsSync(entry) && !process.env.CI) {
    console.log(`${name}: skipped, there is no ${entry}`);
  } else if (flags.has("--watch")) {
    await (await esbuild.context({ ...options, logLevel: "info" })).watch();
  } else {
    await build(name, options);
  }
}
if (existsSync(bundles.cli.outfile)) await chmod(bundles.cli.outfile, 0o755);

/** esbuild prints what is wrong; the other bundles are built all the same. */
async function build(name, options) {
  try {
    const { metafile } = await esbuild.build(options);
    await writeFile(`out/meta/${name}.json`, JSON.stringify(metafile));
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      if (!file.endsWith(".map")) console.log(`${file}  ${(bytes / 1024).toFixed(1)} kB`);
    }
  } catch (error) {
    if (!Array.isArray(error.errors)) console.error(error);
    console.log(`${name}: FAILED`);
    process.exitCode = 1;
  }
}
