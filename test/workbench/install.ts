import { constants, existsSync } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { runCommand } from "./command.js";
import { withLock } from "./lock.js";
import { cacheFolder } from "./paths.js";
import { shareServiceWorker } from "./shareServiceWorker.js";

/** A tool of the test rig, or why it cannot be had here. */
export type Tool<T> = ({ readonly available: true } & T) | { readonly available: false; readonly reason: string };

export interface ServedVsCode {
  /** `server-main.js` of VS Code's own server build. */
  readonly serverMain: string;
}

export interface Chromium {
  readonly executable: string;
}

/** `code-server` is used only as the registry's copy of VS Code's server build; this one holds VS Code 1.100.3. */
const PACKAGE = "code-server@4.100.3";
/** Another name for every way to change it: a cache may be shared with a checkout that changes it otherwise. */
const FOLDER = "code-server-4.100.3-claiming";
/** What the stamp of a whole install says. */
const STATE = `${PACKAGE}, one service worker that claims its pages`;
const MINUTE = 60_000;

/** Ensures a served VS Code in the cache folder. A half-finished install has no stamp and is redone. */
export async function ensureServedVsCode(): Promise<Tool<ServedVsCode>> {
  const folder = join(cacheFolder, FOLDER);
  const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");
  const installed = { available: true, serverMain: join(vscode, "out", "server-main.js") } as const;
  const stamp = join(folder, "installed");
  const isInstalled = async () => (await readFile(stamp, "utf8").catch(() => "")) === STATE;
  if (await isInstalled()) return installed;
  try {
    return await withLock(`${folder}.lock`, 8 * MINUTE, async () => {
      if (await isInstalled()) return installed;
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "package.json"), '{ "private": true }\n');
      await npm(["install", PACKAGE], folder);
      await npm(["install", "--omit=dev"], vscode);
      if (!existsSync(installed.serverMain)) throw new Error(`${PACKAGE} holds no ${installed.serverMain}`);
      await shareServiceWorker(join(vscode, "out"));
      await writeFile(stamp, STATE);
      return installed;
    });
  } catch (error) {
    return { available: false, reason: `no served VS Code: ${messageOf(error)}` };
  }
}

/** Finds Chromium or Chrome, or installs Debian's package where this process may. */
export async function ensureChromium(): Promise<Tool<Chromium>> {
  const found = await findChromium();
  if (found !== undefined) return { available: true, executable: found };
  if (!existsSync("/etc/debian_version")) return noChromium("install Chromium or set CHROME_PATH");
  if (process.getuid?.() !== 0) return noChromium("not root; run: sudo apt-get install chromium, or set CHROME_PATH");
  try {
    return await withLock(join(cacheFolder, "chromium.lock"), 6 * MINUTE, async () => {
      const present = await findChromium();
      if (present !== undefined) return { available: true, executable: present };
      const output = await aptInstall("chromium");
      const executable = await findChromium();
      return executable === undefined
        ? noChromium(`apt-get install chromium failed: ${lastLine(output)}`)
        : { available: true, executable };
    });
  } catch (error) {
    return noChromium(messageOf(error));
  }
}

/** The first of `names` that is an executable file in a folder of PATH, as an absolute path. */
export async function findOnPath(...names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      if (folder !== "" && (await isExecutable(file))) return file;
    }
  }
  return undefined;
}

async function findChromium(): Promise<string | undefined> {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && (await isExecutable(chosen))) return chosen;
  return findOnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
}

async function aptInstall(name: string): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const update = await runCommand("apt-get", ["update", "-q"], { env, timeoutMs: 2 * MINUTE });
  const install = await runCommand("apt-get", ["install", "-y", "-q", name], { env, timeoutMs: 5 * MINUTE });
  return update.output + install.output;
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  // Under `npm test` the outer npm describes itself in npm_* variables; they must not steer this install.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_(package|lifecycle|config_local)/.test(key)),
  );
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await runCommand("npm", [...args, ...quiet], { cwd, env, timeoutMs: 4 * MINUTE });
  if (code !== 0) throw new Error(`npm ${args.join(" ")} failed: ${lastLine(output)}`);
}

function noChromium(reason: string): { readonly available: false; readonly reason: string } {
  return { available: false, reason: `no Chromium here (${reason})` };
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function lastLine(output: string): string {
  return output.trimEnd().split("\n").at(-1) ?? "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
