import type { Locator, Page } from "playwright-core";

const ROWS = ".explorer-folders-view .monaco-list-row";

interface Row {
  readonly index: string;
  readonly level: number;
  readonly label: string;
}

/**
 * The Explorer's row of a path such as `pred/unet/001.png` (relative to the workspace), or undefined while it is not
 * shown. The rows are a flat list: a row's parent is the nearest one above it with a smaller level.
 */
export async function explorerRow(page: Page, path: string): Promise<Locator | undefined> {
  const rows = await page.locator(ROWS).evaluateAll((elements): Row[] =>
    elements.map((element) => ({
      index: element.getAttribute("data-index") ?? "",
      level: Number(element.getAttribute("aria-level")),
      label: element.getAttribute("aria-label") ?? "",
    })),
  );
  // The list recycles its elements, so the document's order is not the order on screen.
  rows.sort((a, b) => Number(a.index) - Number(b.index));
  const trail: string[] = [];
  for (const { index, level, label } of rows) {
    trail.length = level - 1;
    trail.push(nameOf(label));
    if (trail.join("/") === path) return page.locator(`${ROWS}[data-index="${index}"]`);
  }
  return undefined;
}

/** A row's label without what decorations add ("a.png, Modified"). */
function nameOf(label: string): string {
  return label.replace(/(, | {2})[^/]*$/, "").trim();
}
