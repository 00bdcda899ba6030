import { ViewColumn } from "vscode";

/**
 * The command that shows a Markdown page beside the inspector, which it must not cover: "to the side" counts from the
 * first column when no text is being edited, as in the inspector.
 */
export function besides(inspector: ViewColumn | undefined): string {
  return inspector === ViewColumn.Two ? "markdown.showPreview" : "markdown.showPreviewToSide";
}
