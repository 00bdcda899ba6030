import { stat } from "node:fs/promises";
import { whyUnreadable } from "./unreadable.js";

/**
 * What a path that a person named leads to.
 *
 * @throws Error where there is nothing that can be read, with what to do.
 */
export async function pathKind(path: string): Promise<"file" | "folder"> {
  if (path === "") throw new Error("The name of a file or folder is empty: is a variable unset?");
  const found = await stat(path).catch((error: unknown) => {
    throw new Error(whyUnreadable(path, error));
  });
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  throw new Error(`${path} is neither a file nor a folder: write what a pipe gives into a file first.`);
}
