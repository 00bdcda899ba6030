import { commands, env, l10n, type Uri, window } from "vscode";

/** Says that a file was written, and offers to open it. Not awaited: it is there, whether or not anyone answers. */
export function announceWritten(uri: Uri, message: string): void {
  const open = l10n.t("Open");
  void window.showInformationMessage(message, open).then((answer) => {
    if (answer === open) void show(uri);
  });
}

/** A page is for a browser, on the machine where the person sits; where that cannot read the file, for an editor. */
async function show(uri: Uri): Promise<void> {
  const isPage = uri.path.endsWith(".html") && env.remoteName === undefined && (await env.openExternal(uri));
  if (!isPage) await commands.executeCommand("vscode.open", uri);
}
