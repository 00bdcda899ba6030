import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./command.js";
import { ensureChromium, ensureServedVsCode } from "./install.js";
import { outFolder, root } from "./paths.js";
import { detailOf } from "./results.js";
import { copySample, INSPECTOR } from "./sample.js";
import { installVsix } from "./server.js";
import { add, check, NOTHING, type Outcome } from "./stage.js";
import { Workbench } from "./workbench.js";

const MAX_BYTES = 2_000_000;
const REQUIRED = [
  "package.json",
  "dist/extension.js",
  "dist/worker.js",
  "dist/pngjs.js",
  "dist/cli.js",
  "dist/page/inspector.js",
  "dist/page/inspector.css",
];
/** Nothing of how it is made: sources, tests, build products that do not ship, tools' settings. */
const FORBIDDEN = /^(src|test|webview|out|node_modules|\.[^/]+)\/|\.m?ts$|^tsconfig|^biome\.json$|^esbuild\.mjs$/;

/** Packages the extension, looks at what is inside, installs it into the served VS Code and opens the sample with it. */
export async function checkPackage(): Promise<Outcome> {
  const vsix = join(outFolder, "mask-inspector.vsix");
  await rm(vsix, { force: true });
  const vsce = join(root, "node_modules", ".bin", "vsce");
  const args = [
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    vsix,
  ];
  const { code, output } = await runCommand(vsce, args, { cwd: root, timeoutMs: 180_000 });
  let outcome = check("vsce package", code === 0, output);
  if (outcome.failed > 0) return outcome;
  const { size } = await stat(vsix);
  outcome = add(outcome, check(`the package is ${size} bytes, more than ${MAX_BYTES}`, size < MAX_BYTES));

  const vscode = await ensureServedVsCode();
  if (!vscode.available) return skip(outcome, 2, vscode.reason);
  const files = await installedFiles(vscode.serverMain, vsix);
  const wrong = [
    ...REQUIRED.filter((file) => !files.includes(file)).map((file) => `missing: ${file}`),
    ...files.filter((file) => FORBIDDEN.test(file)).map((file) => `does not belong: ${file}`),
  ];
  outcome = add(outcome, check("contents of the package", wrong.length === 0, wrong.join("\n")));

  const chromium = await ensureChromium();
  if (!chromium.available) return skip(outcome, 1, chromium.reason);
  const failure = await openSample(vsix).then(() => undefined, detailOf);
  outcome = add(outcome, check("the installed package opens the sample", failure === undefined, failure));
  return { ...outcome, note: `${(size / 1024).toFixed(0)} kB, ${files.length} files` };
}

/** Paths inside the installed extension, relative to it. */
async function installedFiles(serverMain: string, vsix: string): Promise<string[]> {
  const data = await mkdtemp(join(tmpdir(), "mask-inspector-vsix-"));
  try {
    const extensions = await installVsix(serverMain, data, vsix);
    const name = (await readdir(extensions)).find((entry) => entry.startsWith("mask-inspector."));
    if (name === undefined) throw new Error(`${extensions} holds no mask-inspector after the install`);
    const entries = await readdir(join(extensions, name), { recursive: true });
    return entries.map((entry) => entry.replaceAll("\\", "/"));
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function openSample(vsix: string): Promise<void> {
  const sample = await copySample();
  const workbench = await Workbench.open({ folder: sample.folder, vsix });
  try {
    await workbench.runCommand("Mask Inspector: Open Sample");
    await workbench.frame(INSPECTOR);
  } finally {
    await workbench.close();
    await sample.remove();
  }
}

function skip(outcome: Outcome, count: number, reason: string): Outcome {
  return { ...add(outcome, { ...NOTHING, skipped: count }), note: `${count} checks not run: ${reason}` };
}
