import { type Uri, workspace } from "vscode";
import { Problem } from "./problem.js";

/** The path of a file or folder on disk. @throws Problem where it is not on disk. */
export function pathOf(uri: Uri): string {
  if (uri.scheme === "file") return uri.fsPath;
  throw new Problem(
    `"${uri.path}" is not on a disk (it is served as "${uri.scheme}"), and worker threads can only read disks.`,
    "Copy the masks into a folder of this machine, or open the workspace over SSH, in a container or with WSL.",
  );
}

/** A path as people know it: relative to the workspace where it is inside. */
export function displayPath(path: string): string {
  return workspace.asRelativePath(path);
}
