/** The report's look: system fonts, light and dark by the reader's choice, and a print form. */
export const style = `
:root{color-scheme:light dark;--text:#1f1f1f;--quiet:#5c5c5c;--line:#d9d9d9;--page:#fff;--band:#f6f6f6;--accent:#005fb8}
@media(prefers-color-scheme:dark){:root{--text:#d6d6d6;--quiet:#a0a0a0;--line:#3a3a3a;--page:#1b1b1b;--band:#242424;--accent:#4daafc}}
*{box-sizing:border-box}
body{margin:0 auto;padding:32px 24px 64px;max-width:1600px;background:var(--page);color:var(--text);
  font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,sans-serif;font-variant-numeric:tabular-nums}
h1{margin:0 0 4px;font-size:24px;line-height:32px;font-weight:600;overflow-wrap:anywhere}
h2{margin:40px 0 8px;font-size:16px;line-height:24px;font-weight:600}
p{margin:0 0 8px;max-width:80ch}
.quiet,.id,.source,caption{color:var(--quiet)}
.id{font:12px/1 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.headline{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:16px 24px;margin:24px 0 0;padding:0}
.kind{margin:24px 0 -16px}
.headline dt{color:var(--quiet)}
.headline dd{margin:0}
.headline dd b{display:block;font-size:28px;line-height:36px;font-weight:600}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 12px;padding:0;list-style:none}
.legend li{display:flex;align-items:center;gap:6px}
.worst{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:24px 16px;margin:0;padding:0;list-style:none}
.worst.regressions{grid-template-columns:repeat(auto-fill,minmax(360px,1fr));gap:24px}
.duo{display:grid;grid-template-columns:1fr 1fr;gap:8px}
.regressions figcaption{padding:0 0 4px}
.regressions figcaption b{flex:1}
figure{margin:0}
.picture{display:flex;align-items:center;justify-content:center;aspect-ratio:4/3}
.picture img{width:auto;height:100%;outline:1px solid var(--line);outline-offset:-1px;background:var(--band);image-rendering:pixelated}
.picture img.wide{width:100%;height:auto}
.none{align-self:stretch;display:grid;place-items:center;width:100%;padding:8px;border:1px solid var(--line);color:var(--quiet);text-align:center}
figcaption{display:flex;flex-wrap:wrap;gap:0 12px;padding-top:6px}
figcaption b{flex-basis:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:600}
figcaption span:not(.main){color:var(--quiet)}
.scroll{overflow-x:auto;border:1px solid var(--line)}
.scroll:focus-visible,button:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
table{border-collapse:separate;border-spacing:0;width:100%}
caption{padding:6px 12px;text-align:left}
th,td{padding:3px 10px;border-top:1px solid var(--line);text-align:left;white-space:nowrap;font-weight:400}
thead th{background:var(--band);font-weight:600}
tbody th{white-space:normal;min-width:160px}
.number{text-align:right}
tbody tr:hover{background:var(--band)}
td svg{display:block;fill:var(--quiet);stroke:var(--line);stroke-width:0}
td svg path{stroke-width:1}
th button{all:unset;cursor:pointer;font:inherit}
th button:hover{color:var(--accent)}
th[aria-sort=ascending] button::after{content:" ▲"}
th[aria-sort=descending] button::after{content:" ▼"}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:8px 24px;margin:0 0 16px}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
summary{cursor:pointer}
.definitions dt{margin-top:8px;font-weight:600}
.definitions dd{margin:0;max-width:90ch}
#failures td,#failures th{white-space:normal;overflow-wrap:anywhere}
@media(max-width:600px){body{padding:16px 12px 40px}.worst{grid-template-columns:repeat(auto-fill,minmax(140px,1fr))}.worst.regressions{grid-template-columns:1fr}}
@media print{:root{--text:#000;--quiet:#444;--line:#bbb;--page:#fff;--band:#fff;color-scheme:light}
  body{max-width:none;padding:0;font-size:10px}.scroll{overflow:visible;border:0}
  figure,tr{break-inside:avoid}h2{break-after:avoid}.worst{grid-template-columns:repeat(4,1fr)}.worst.regressions{grid-template-columns:1fr 1fr}*{print-color-adjust:exact}}
`;
