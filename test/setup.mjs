// First step of `npm test` and `npm run demo` on a fresh clone: node_modules as package-lock.json says. Node only.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const OLDEST_NODE = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node} (${process.execPath}).`);
}
const stale = firstDifference();
if (stale !== undefined) {
  console.log(`setup: npm ci (${stale})`);
  // Where the registry lacks binaries for other platforms, npm leaves them out of the lock file and then finds it
  // incomplete; an install that keeps to the lock file as it is serves as well.
  if (!npm("ci", "--loglevel=error") && !npm("install", "--no-save")) {
    fail("neither npm ci nor npm install worked, see above; is the npm registry reachable?");
  }
}

function npm(...args) {
  const { status } = spawnSync("npm", [...args, "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    timeout: 10 * 60_000,
    shell: process.platform === "win32",
  });
  if (status !== 0) console.log(`setup: npm ${args.join(" ")} ended with code ${status}`);
  return status === 0;
}

/** Why node_modules is not what package-lock.json describes, or undefined when it is. */
function firstDifference() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  if (present === undefined) return "node_modules is missing";
  for (const [path, { version, optional, link }] of Object.entries(wanted ?? {})) {
    const found = present[path];
    // npm leaves out optional packages of other platforms.
    if (path === "" || link || (optional && found === undefined)) continue;
    if (found?.version !== version) return `${path} is ${found?.version ?? "missing"}, not ${version}`;
  }
  return undefined;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

function fail(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}
