// `npm run wasm`: assembles the WebAssembly that ships.
import { writeFileSync } from "node:fs";
import { assembled, shippedFile } from "./assemble.js";

void assembled().then((text) => writeFileSync(shippedFile, text));
