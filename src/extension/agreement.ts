import { basename, dirname } from "node:path";
import { commands, type Disposable, EventEmitter, l10n, Uri, type ViewColumn, workspace } from "vscode";
import { agreementPage } from "../report/agreementPage.js";
import type { Row } from "../report/row.js";
import type { PairJob } from "../scoring/pairJob.js";
import type { App } from "./app.js";
import { Problem } from "./problem.js";
import { settingsFor } from "./settings/configuration.js";
import { besides } from "./web/besides.js";

/** Scheme of the pages that say what two masks agree on. */
const SCHEME = "mask-inspector-agreement";

/** The pages that were made, by path. */
const pages = new Map<string, string>();
const changed = new EventEmitter<Uri>();

export function provideAgreementPages(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => pages.get(path) ?? l10n.t("Compare the masks again."),
  });
}

/** Measures what two masks agree on, neither being the truth, and opens the page beside the inspector. */
export async function showAgreement(app: App, job: PairJob, inspector: ViewColumn | undefined): Promise<void> {
  const rows: Row[] = [];
  await app.scorer.score([job], await settingsFor(job.prediction), { onRow: (row) => rows.push(row) });
  const [row] = rows;
  if (row?.status !== "scored") throw new Problem(row?.reason ?? "", row?.remedy ?? "");
  const names = namesOf(job);
  const uri = Uri.from({ scheme: SCHEME, path: `/${names.join(" and ").replaceAll("/", "-")}.md` });
  pages.set(uri.path, agreementPage(row, names));
  changed.fire(uri);
  await commands.executeCommand(besides(inspector), uri);
}

/** File names; with their folders where those are equal, as those of two raters are. */
function namesOf({ prediction, truth }: PairJob): [string, string] {
  const short: [string, string] = [basename(prediction), basename(truth)];
  if (short[0] !== short[1]) return short;
  const withFolder = (file: string) => `${basename(dirname(file))}/${basename(file)}`;
  return [withFolder(prediction), withFolder(truth)];
}
