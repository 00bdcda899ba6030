/** Writes `media/sample/` anew: `npx tsx media/make-sample.mts [FOLDER]`. The same pixels every time. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSample } from "./make-sample/sample.mjs";

writeSample(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "sample"));
