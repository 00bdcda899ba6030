import { TabInputCustom, TabInputText, type Uri, window } from "vscode";
import { isMaskFile } from "../scoring/listMasks.js";

/** The mask file in the active editor: an image preview, or whatever opens a NumPy file. */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof TabInputCustom || input instanceof TabInputText ? input.uri : undefined;
  return uri && isMaskFile(uri.path) ? uri : undefined;
}
