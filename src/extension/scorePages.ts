import { commands, type Disposable, l10n, Uri, type ViewColumn, workspace } from "vscode";
import { catalogue } from "../core/catalogue.js";
import type { Score } from "../core/score.js";
import { scorePage } from "../report/scorePage.js";
import { pickScore } from "./ranking/pickScore.js";
import { besides } from "./web/besides.js";

/** Scheme of the pages that explain scores: `mask-inspector-score:/iou.md`. */
const SCHEME = "mask-inspector-score";

/** Serves the pages; they are made when they are read. */
export function provideScorePages(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent({ path }) {
      const score = scoreNamed(path.slice(1, -".md".length));
      return score ? scorePage(score) : l10n.t("There is no such score.");
    },
  });
}

/**
 * Opens the page of a score, rendered, beside the inspector; asks which where none is given.
 * @param given an id, or what a right-click on a score's row hands over.
 * @param inspector the column of the inspector, which the page must not cover.
 */
export async function explainScore(given: unknown, inspector: ViewColumn | undefined): Promise<void> {
  const id = typeof given === "object" && given !== null && "score" in given ? given.score : given;
  const score =
    (typeof id === "string" ? scoreNamed(id) : undefined) ??
    (await pickScore(l10n.t("Mask Inspector: explain a score"), catalogue));
  if (!score) return;
  const page = Uri.from({ scheme: SCHEME, path: `/${score.id}.md` });
  await commands.executeCommand(besides(inspector), page);
}

function scoreNamed(id: string): Score | undefined {
  return catalogue.find((score) => score.id === id);
}
