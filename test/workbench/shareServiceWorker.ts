import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const PAGE = "vs/workbench/contrib/webview/browser/pre/index.html";
const ID_IN_ADDRESS = /&id=\$\{ID\}(?=&remoteAuthority)/;

/**
 * Lets the webviews of a served VS Code share one service worker.
 *
 * On a desktop every webview has an origin of its own. A served VS Code gives all of them one origin, yet each registers
 * a worker of its own there, named by its id: two webviews that open together replace each other's, and one stays blank.
 * Without the id in its address the worker is the same for all, and serves all.
 *
 * @param out the `out` folder of a served VS Code.
 * @throws Error when it is not the version this was made for.
 */
export async function shareServiceWorker(out: string): Promise<void> {
  const path = join(out, PAGE);
  const before = await readFile(path, "utf8");
  const after = before.replace(ID_IN_ADDRESS, "");
  const [old, fresh] = [before, after].map(scriptHash);
  if (after === before || !before.includes(old)) throw new Error(`${PAGE} is not the page that this was made for`);
  await writeFile(path, after.replace(old, fresh));
}

/** Hash of the page's script, as its content security policy names it. */
function scriptHash(page: string): string {
  const script = /<script async type="module">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}
