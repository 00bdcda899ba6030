import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder, absolute. */
export const root: string = join(fileURLToPath(import.meta.url), "..", "..", "..");

/** Where the served VS Code is kept between runs; git ignores it. */
export const cacheFolder: string = join(root, ".vscode-test");

/** Build products and test artefacts that are never shipped; git ignores it. */
export const outFolder: string = join(root, "out");

/** The tiny data set that ships with the extension. */
export const sampleFolder: string = join(root, "media", "sample");
