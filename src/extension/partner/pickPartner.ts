import { basename } from "node:path";
import { l10n, type QuickPickItem, QuickPickItemKind, Uri, window } from "vscode";
import { displayPath, pathOf } from "../paths.js";
import type { Candidate } from "./truthCandidates.js";

export interface PartnerQuestion {
  /** The folder whose partner is sought. */
  readonly folder: string;
  /** What it holds. */
  readonly role: "prediction" | "truth";
  readonly candidates: readonly Candidate[];
  /** Chosen before: it stands first. */
  readonly remembered?: string | undefined;
  /** How many files there are to pair. */
  readonly files?: number;
  /** One file is asked for rather than a folder: a single file may be chosen too. */
  readonly allowFile?: boolean;
}

export interface PartnerAnswer {
  readonly path: string;
  readonly isFile: boolean;
}

type Item = QuickPickItem & { readonly path?: string; readonly browse?: "folder" | "file" };

/** Asks which folder holds the partners of the masks in a folder. @returns undefined when the person gave up. */
export async function pickPartner(question: PartnerQuestion): Promise<PartnerAnswer | undefined> {
  const { folder, role, candidates, allowFile } = question;
  const wanted = role === "prediction" ? l10n.t("ground truth") : l10n.t("predictions");
  const items: Item[] = [
    ...folderItems(question),
    { label: "", kind: QuickPickItemKind.Separator },
    { label: l10n.t("Browse…"), description: l10n.t("choose another folder"), browse: "folder" },
    ...(allowFile ? [{ label: l10n.t("Browse for a File…"), browse: "file" } as const] : []),
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Mask Inspector: {0} for {1}", wanted, displayPath(folder)),
    placeHolder:
      candidates.length === 0
        ? l10n.t("No folder nearby holds masks of the same names: choose the {0}", wanted)
        : l10n.t("Which folder holds the {0}?", wanted),
    matchOnDescription: true,
  });
  if (chosen?.path !== undefined) return { path: chosen.path, isFile: false };
  return chosen?.browse ? browse(folder, wanted, chosen.browse === "file") : undefined;
}

function folderItems({ candidates, remembered, files }: PartnerQuestion): Item[] {
  const ordered = [
    ...candidates.filter(({ folder }) => folder === remembered),
    ...candidates.filter(({ folder }) => folder !== remembered),
  ];
  return ordered.map(({ folder, pairs, files: own }) => ({
    label: basename(folder),
    description: [
      l10n.t("{0} of {1} pair", pairs, files ?? own),
      displayPath(folder),
      ...(folder === remembered ? [l10n.t("used before")] : []),
    ].join(" · "),
    path: folder,
  }));
}

async function browse(folder: string, wanted: string, isFile: boolean): Promise<PartnerAnswer | undefined> {
  const [uri] =
    (await window.showOpenDialog({
      canSelectFolders: !isFile,
      canSelectFiles: isFile,
      defaultUri: Uri.joinPath(Uri.file(folder), ".."),
      openLabel: l10n.t("Use as {0}", wanted),
      title: l10n.t("Choose the {0}", wanted),
      ...(isFile && { filters: { [l10n.t("Masks")]: ["png", "npy"] } }),
    })) ?? [];
  return uri && { path: pathOf(uri), isFile };
}
