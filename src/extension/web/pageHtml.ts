/** `panel`: the whole inspector; `side`: only the stage, for the side bar; the others: pages of their own. */
export type Layout = "panel" | "side" | "compare" | "follow" | "table";

export interface PageResources {
  readonly layout: Layout;
  readonly script: string;
  readonly style: string;
  /** `webview.cspSource`. */
  readonly source: string;
  /** Fresh for every page. */
  readonly nonce: string;
}

/** SHA-256 of the empty string: the toolkit adds an empty style element before it fills it by script. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The document of a page. Nothing but its own script, style and font may load. */
export function pageHtml({ layout, script, style, source, nonce }: PageResources): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} ${EMPTY_STYLE}`,
    `font-src ${source}`,
    "img-src blob:",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Mask Inspector</title>
</head>
<body data-layout="${layout}">
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
