import { writeFileSync } from "node:fs";
import { freshManifest, manifestFile } from "../unit/extension/freshManifest.js";
import { freshReadme, readmeFile } from "./readme.js";

writeFileSync(readmeFile, freshReadme());
writeFileSync(manifestFile, freshManifest());
