// `npm run demo`: scores the sample in the terminal, then opens VS Code on it with the extension.
// `-- --once` looks at it with a headless browser, writes a screenshot and ends.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hasDisplay } from "./workbench/desktop.js";
import { ensureServedVsCode, findOnPath } from "./workbench/install.js";
import { outFolder, root, sampleFolder } from "./workbench/paths.js";
import { copySample, INSPECTOR, SAMPLE } from "./workbench/sample.js";
import { WorkbenchServer } from "./workbench/server.js";
import { Workbench } from "./workbench/workbench.js";

const { values } = parseArgs({ options: { once: { type: "boolean", default: false } } });

const score = ["dist/cli.js", "score", join(sampleFolder, SAMPLE.predictions), join(sampleFolder, SAMPLE.truth)];
const { status } = spawnSync(process.execPath, score, { cwd: root, stdio: "inherit" });
if (status !== 0) fail(`node ${score.join(" ")} ended with code ${status}`);

const sample = await copySample();
if (values.once) {
  const code = await picture().then(
    () => 0,
    (error: unknown) => {
      console.error(`demo: ${error instanceof Error ? error.message : error}`);
      return 1;
    },
  );
  await sample.remove();
  process.exit(code);
}
const code = hasDisplay() ? await findOnPath("code") : undefined;
if (code !== undefined) {
  console.log(`\nOpening VS Code on a copy of the sample: ${sample.folder}\n${howTo()}`);
  spawn(code, ["--new-window", `--extensionDevelopmentPath=${root}`, sample.folder], { stdio: "inherit" });
} else {
  await serve();
}

async function picture(): Promise<void> {
  const workbench = await Workbench.open({ folder: sample.folder, extension: root });
  try {
    await workbench.runCommand("Mask Inspector: Open Sample");
    const frame = await workbench.frame(INSPECTOR);
    await workbench.see(frame.locator(INSPECTOR).first(), "the inspector's picture");
    // Diagnosis and thumbnails come after the picture.
    await frame.getByText("Looking…").waitFor({ state: "hidden" });
    await frame.locator(".frame[data-developed]").first().waitFor();
    // The first of those that are left: there are many, until there is none.
    await frame.locator(".frame:not([data-developed])").first().waitFor({ state: "detached" });
    console.log(await workbench.screenshot(join(outFolder, "screenshots", "demo.png")));
  } finally {
    await workbench.close();
  }
}

async function serve(): Promise<void> {
  console.log("\nNo desktop VS Code here; starting one that a browser can open ...");
  const vscode = await ensureServedVsCode();
  if (!vscode.available) return fail(vscode.reason);
  const interrupted = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  const server = await WorkbenchServer.start({ serverMain: vscode.serverMain });
  console.log(`Open this address in a browser (Ctrl-C ends the server):\n\n  ${address(server)}\n\n${howTo()}`);
  await interrupted;
  await server.stop();
  await sample.remove();
}

function address(server: WorkbenchServer): string {
  return server.address({ folder: sample.folder, extension: root });
}

function howTo(): string {
  return `Then right-click the folder ${SAMPLE.predictions} and choose "Score Masks Against Ground Truth…".`;
}

function fail(message: string): never {
  console.error(`demo: ${message}`);
  process.exit(1);
}
