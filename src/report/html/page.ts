import { html, Markup } from "./markup.js";
import { script } from "./script.js";
import { style } from "./style.js";

/**
 * A page that needs nothing else: pictures are inside, nothing is fetched (its content security policy forbids it), and
 * without its script it says the same.
 */
export function htmlPage(title: string, body: readonly Markup[]): string {
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}
