import { writeFileSync } from "node:fs";
import { freshReadme, readmeFile } from "./readme.js";

writeFileSync(readmeFile, freshReadme());
