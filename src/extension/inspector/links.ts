import { stat } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import { env, l10n, Uri, window, workspace } from "vscode";
import { isMaskFile } from "../../scoring/listMasks.js";
import type { PairJob } from "../../scoring/pairJob.js";
import { displayPath } from "../paths.js";
import { Problem } from "../problem.js";
import { stemOf } from "../stem.js";
import { pairTarget, type Target } from "../target.js";
import { fromQuery, type LinkedView, toQuery } from "./linkText.js";

/** Of the links that open in this extension: `vscode://mask-inspector.mask-inspector/view?…`. */
const PATH = "/view";

/** Puts a link to what the page shows on the clipboard. */
export async function copyLink(
  extensionId: string,
  { prediction, truth }: PairJob,
  view: LinkedView["view"],
): Promise<void> {
  const severalFolders = (workspace.workspaceFolders?.length ?? 0) > 1;
  const relative = (file: string) => workspace.asRelativePath(file, severalFolders);
  const query = toQuery({ prediction: relative(prediction), truth: relative(truth), view });
  await env.clipboard.writeText(`${env.uriScheme}://${extensionId}${PATH}?${query}`);
  window.setStatusBarMessage(l10n.t("$(check) Link copied"), 3000);
}

/** What a link leads to. @throws Problem for a link that is none, or leads nowhere here. */
export async function openLink(uri: Uri): Promise<{ readonly target: Target; readonly view: LinkedView["view"] }> {
  const linked = uri.path === PATH ? fromQuery(uri.query) : null;
  if (!linked) {
    throw new Problem(
      l10n.t("This is no link to a view of Mask Inspector."),
      l10n.t("Copy it again with Copy Link to This View."),
    );
  }
  const prediction = await locate(linked.prediction);
  if (prediction === undefined) throw missing(linked.prediction);
  const truth = await locate(linked.truth);
  const target = truth === undefined ? withoutTruth(prediction, linked.truth) : pairOf(prediction, truth);
  return { target, view: linked.view };
}

/** Asks for a link: for where the browser or the operating system does not hand it over. */
export async function askForLink(): Promise<Uri | undefined> {
  const box = window.createInputBox();
  box.title = l10n.t("Mask Inspector: open a link to a view");
  box.prompt = l10n.t("A link made by Copy Link to This View");
  box.placeholder = `${env.uriScheme}://…${PATH}?…`;
  const text = new Promise<string | undefined>((resolve) => {
    box.onDidAccept(() => resolve(box.value.trim()));
    box.onDidHide(() => resolve(undefined));
  });
  box.show();
  // It may be denied, or ask the person first: neither is a reason to wait.
  env.clipboard.readText().then(
    (clipboard) => {
      if (box.value === "" && clipboard.includes(`${PATH}?prediction=`)) box.value = clipboard.trim();
    },
    () => {},
  );
  const entered = await text;
  box.dispose();
  return entered ? Uri.parse(entered) : undefined;
}

function pairOf(prediction: string, truth: string): Target {
  return pairTarget({ name: stemOf(prediction), prediction, truth });
}

/** The mask file of a link, or undefined where there is none of this path. */
async function locate(path: string): Promise<string | undefined> {
  if (!isMaskFile(path)) return undefined;
  const folders = workspace.workspaceFolders ?? [];
  const candidates = isAbsolute(path)
    ? [path]
    : folders.flatMap(({ name, uri }) => [
        join(uri.fsPath, path),
        // A workspace of several folders writes the name of the folder first.
        ...(path.startsWith(`${name}/`) ? [join(uri.fsPath, path.slice(name.length + 1))] : []),
      ]);
  for (const file of candidates) {
    if (
      await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return file;
  }
  return undefined;
}

function missing(path: string): Problem {
  return new Problem(
    l10n.t("The link leads to {0}, which is not here.", path),
    l10n.t("Open the folder that holds it, and open the link again."),
    [
      { title: l10n.t("Open Folder…"), command: "workbench.action.files.openFolder" },
      { title: l10n.t("Choose a Mask…"), command: "maskInspector.inspectMask" },
    ],
  );
}

function withoutTruth(prediction: string, truth: string): Target {
  return {
    kind: "failure",
    file: prediction,
    failure: {
      name: stemOf(prediction),
      file: displayPath(prediction),
      reason: l10n.t("The link names {0} as its ground truth, which is not here.", truth),
      remedy: l10n.t("Choose the ground truth of {0}.", basename(prediction)),
      missing: "truth",
    },
  };
}
