import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { findOnPath } from "./install.js";
import { cacheFolder } from "./paths.js";

const DOWNLOADS = "https://update.code.visualstudio.com/api/releases/stable";

/**
 * The program of a desktop VS Code, or undefined where none can be had: it needs a display, and either `code` on PATH
 * or VSCODE_DESKTOP=1, which allows a download when the site answers.
 */
export async function desktopVsCode(): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  const installed = await installedProgram();
  if (installed !== undefined) return installed;
  if (process.env.VSCODE_DESKTOP !== "1" || !(await answers(DOWNLOADS))) return undefined;
  return downloadAndUnzipVSCode({ version: "stable", cachePath: cacheFolder });
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** `code` is a script in `bin/`; the program that test runs need lies beside that folder. */
async function installedProgram(): Promise<string | undefined> {
  const script = await findOnPath("code");
  if (script === undefined) return undefined;
  const bin = dirname(await realpath(script));
  const candidates = [join(bin, "..", "code"), join(bin, "..", "..", "..", "MacOS", "Electron")];
  return candidates.find((file) => existsSync(file));
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { method: "HEAD", signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}
