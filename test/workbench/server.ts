import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killAtExit, killTree, runCommand } from "./command.js";
import { quietSettings, type Theme } from "./settings.js";

const LOOPBACK = "127.0.0.1";
const START_TIMEOUT_MS = 60_000;

export interface ServerOptions {
  /** `server-main.js`, see {@link ../install.ts}. */
  readonly serverMain: string;
  readonly theme?: Theme;
  /** False keeps workspace trust on: a folder opens in Restricted Mode. Default true. */
  readonly trusted?: boolean;
  /** Packaged extensions to install before the start. */
  readonly vsix?: string;
  /** Settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface AddressOptions {
  /** Absolute path of the folder to open as workspace. */
  readonly folder: string;
  /** Absolute path of an extension to run from its sources' folder. */
  readonly extension?: string;
  /** Absolute path of a bundle whose `run()` is called in the extension host. */
  readonly tests?: string;
}

/** VS Code's own server on a free loopback port, with a data folder of its own that is removed on {@link stop}. */
export class WorkbenchServer {
  private constructor(
    readonly port: number,
    readonly dataFolder: string,
    private readonly pid: number | undefined,
    private readonly release: () => void,
    private readonly options: ServerOptions,
  ) {}

  /** @throws Error with the server's last output when it does not listen within a minute or the VSIX is refused. */
  static async start(options: ServerOptions): Promise<WorkbenchServer> {
    const dataFolder = await mkdtemp(join(tmpdir(), "mask-inspector-vscode-"));
    try {
      await writeSettings(dataFolder, options);
      if (options.vsix !== undefined) await installVsix(options.serverMain, dataFolder, options.vsix);
      const { port, pid, release } = await launch(options, dataFolder);
      return new WorkbenchServer(port, dataFolder, pid, release, options);
    } catch (error) {
      await rm(dataFolder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The page that opens a folder, with an extension under development or a test bundle where asked for. */
  address({ folder, extension, tests }: AddressOptions): string {
    const remote = (path: string): string => `vscode-remote://${LOOPBACK}:${this.port}${path}`;
    const payload: string[][] = [["skipWelcome", "true"]];
    if (extension !== undefined) payload.push(["extensionDevelopmentPath", remote(extension)]);
    if (tests !== undefined) payload.push(["extensionTestsPath", remote(tests)]);
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    return `http://${LOOPBACK}:${this.port}/?${query}`;
  }

  /** Changes the colour theme; open pages follow at once. */
  async setTheme(theme: Theme): Promise<void> {
    await writeSettings(this.dataFolder, { ...this.options, theme });
  }

  /** Copies the logs of the server and its extension hosts to `folder`. */
  async saveLogs(folder: string): Promise<void> {
    await cp(join(this.dataFolder, "data", "logs"), folder, { recursive: true, force: true }).catch(() => {});
  }

  /** Ends the server with its extension hosts and removes its data. */
  async stop(): Promise<void> {
    killTree(this.pid);
    this.release();
    await rm(this.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * Installs a packaged extension into a server's data folder.
 *
 * @returns the server's `extensions` folder, which then holds the unpacked extension.
 * @throws Error with the server's answer when it refuses the file.
 */
export async function installVsix(serverMain: string, dataFolder: string, vsix: string): Promise<string> {
  const args = [serverMain, "--install-extension", vsix, "--server-data-dir", dataFolder, "--force"];
  const { code, output } = await runCommand(process.execPath, [...args, "--accept-server-license-terms"], {
    timeoutMs: START_TIMEOUT_MS,
  });
  if (code !== 0 || !output.includes("was successfully installed")) {
    throw new Error(`VS Code did not install ${vsix}:\n${output.slice(-2000)}`);
  }
  return join(dataFolder, "extensions");
}

async function writeSettings(dataFolder: string, { theme = "dark", settings = {} }: ServerOptions): Promise<void> {
  // Machine settings win for what a remote may set; the others are read from the user's settings.
  for (const scope of ["Machine", "User"]) {
    const folder = join(dataFolder, "data", scope);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "settings.json"), quietSettings(theme, settings));
  }
}

function launch(
  { serverMain, trusted = true }: ServerOptions,
  dataFolder: string,
): Promise<{ port: number; pid: number | undefined; release: () => void }> {
  const args = [serverMain, "--host", LOOPBACK, "--port", "0", "--without-connection-token"];
  args.push("--accept-server-license-terms", "--server-data-dir", dataFolder, "--telemetry-level", "off");
  if (trusted) args.push("--disable-workspace-trust");
  // An empty gallery: nothing looks for extensions on the network.
  const env = { ...process.env, EXTENSIONS_GALLERY: "{}" };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const release = killAtExit(child.pid);
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (what: string): void => {
      clearTimeout(timer);
      killTree(child.pid);
      release();
      reject(new Error(`VS Code's server ${what}:\n${output.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail(`did not listen within ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve({ port: Number(port), pid: child.pid, release });
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", (error) => fail(`did not start (${error.message})`));
    child.once("exit", (code) => fail(`ended with code ${code}`));
  });
}
