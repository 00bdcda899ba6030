import { accessSync, constants } from "node:fs";
import { makeFolder } from "../scoring/makeFolder.js";
import { FileError } from "./fileError.js";

/** Before the work. @throws FileError for a cache that cannot keep anything. */
export function checkCache(folder: string | undefined): void {
  if (folder === undefined) return;
  if (folder === "") throw new FileError("--cache has an empty name: is a variable unset?");
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch {
    throw new FileError(
      `--cache ${folder}: this cannot be a folder that scores are kept in. Name one that you may write to.`,
    );
  }
}
