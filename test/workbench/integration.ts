import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { launchBrowser } from "./browser.js";
import { desktopVsCode } from "./desktop.js";
import { ensureChromium, ensureServedVsCode, type Tool } from "./install.js";
import { outFolder, root } from "./paths.js";
import type { TestResults } from "./results.js";
import { WorkbenchServer } from "./server.js";

export interface IntegrationOptions {
  /** Absolute path of the extension; default the repository. */
  readonly extension?: string;
  /** Absolute path of a CommonJS bundle that exports `run(): Promise<void>`. */
  readonly bundle?: string;
  /** Absolute path of the file into which the bundle writes its {@link TestResults}. */
  readonly results?: string;
  /** Absolute path of the workspace folder. */
  readonly workspace: string;
  readonly timeoutMs?: number;
}

/**
 * Runs a mocha bundle inside a real extension host: that of a desktop VS Code where one can be had, else of the served one.
 *
 * @throws Error with the extension host's last words when the run ends without results.
 */
export async function runIntegration(
  options: IntegrationOptions,
): Promise<Tool<{ host: string; results: TestResults }>> {
  const {
    extension = root,
    bundle = join(outFolder, "integration.js"),
    results = join(outFolder, "integration-results.json"),
    workspace,
    timeoutMs = 5 * 60_000,
  } = options;
  await rm(results, { force: true });
  const desktop = await desktopVsCode();
  if (desktop !== undefined) {
    // A failed test also rejects; the results tell the two apart.
    const failure = await runTests({
      vscodeExecutablePath: desktop,
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      launchArgs: [workspace, "--disable-workspace-trust", "--disable-extensions"],
    }).then(() => "", String);
    return { available: true, host: "desktop VS Code", results: await readResults(results, failure) };
  }
  const [vscode, chromium] = await Promise.all([ensureServedVsCode(), ensureChromium()]);
  if (!vscode.available) return vscode;
  if (!chromium.available) return chromium;
  const server = await WorkbenchServer.start({ serverMain: vscode.serverMain });
  const browser = await launchBrowser(chromium.executable);
  try {
    const page = await browser.newPage();
    const log: string[] = [];
    const ended = new Promise<void>((resolve) => {
      void page.exposeFunction("codeAutomationExit", () => resolve());
    });
    await page.exposeFunction("codeAutomationLog", (_type: string, parts: unknown[]) => log.push(parts.join(" ")));
    await page.goto(server.address({ folder: workspace, extension, tests: bundle }));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
    return { available: true, host: "served VS Code", results: await readResults(results, lastWords(log)) };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function readResults(file: string, lastWords: string): Promise<TestResults> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) throw new Error(`The extension host wrote no test results. Its last words:\n${lastWords}`);
  return JSON.parse(text) as TestResults;
}

/** The end of a log, without what a server build that has no native modules always complains about. */
function lastWords(log: readonly string[]): string {
  return log
    .filter((line) => !/spdlog|watchdog/.test(line))
    .join("\n")
    .slice(-4000);
}
