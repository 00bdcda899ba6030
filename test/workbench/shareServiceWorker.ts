import { createHash } from "node:crypto";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = "vs/workbench/contrib/webview/browser/pre";
const ID_IN_ADDRESS = /&id=\$\{ID\}(?=&remoteAuthority)/;
/** Where the page finds that no worker serves it, and waits until one does. */
const WAITING = "console.log(`No service worker controller found. Waiting for controllerchange.`);";
const ASKING = "navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ channel: 'claim' }));";
const CLAIMING = `
self.addEventListener("message", (event) => {
  if (event.data.channel === "claim") event.waitUntil(self.clients.claim());
});
`;

/**
 * Lets the webviews of a served VS Code share one service worker.
 *
 * On a desktop every webview has an origin of its own. A served VS Code gives all of them one origin, yet each registers
 * a worker of its own there, named by its id: two webviews that open together replace each other's, and one stays blank.
 * Without the id in its address the worker is the same for all, and serves all.
 *
 * A worker takes over the pages that are there when it starts; one that begins to load before and ends after that is passed
 * over, waits for good, and stays blank as well. So a page that has no worker asks for it.
 *
 * @param out the `out` folder of a served VS Code.
 * @throws Error when it is not the version this was made for.
 */
export async function shareServiceWorker(out: string): Promise<void> {
  const page = join(out, FOLDER, "index.html");
  const before = await readFile(page, "utf8");
  const after = replaceOnce(replaceOnce(before, ID_IN_ADDRESS, ""), WAITING, `${WAITING} ${ASKING}`);
  // The content security policy of the page names the hash of its script.
  await writeFile(page, replaceOnce(after, scriptHash(before), scriptHash(after)));
  await appendFile(join(out, FOLDER, "service-worker.js"), CLAIMING);
}

function replaceOnce(text: string, part: string | RegExp, by: string): string {
  if (text.split(part).length !== 2) throw new Error(`The page of webviews is not the one this was made for: ${part}`);
  return text.replace(part, () => by);
}

function scriptHash(page: string): string {
  const script = /<script async type="module">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
  return `sha256-${createHash("sha256").update(script).digest("base64")}`;
}
