// `npm run wasm`: assembles the WebAssembly that ships.
import { writeFileSync } from "node:fs";
import { assembled, modules, shippedFile } from "./assemble.js";

void (async () => {
  for (const module of modules) writeFileSync(shippedFile(module), await assembled(module));
})();
