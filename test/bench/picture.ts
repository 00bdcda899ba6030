import { join } from "node:path";
import { root } from "../workbench/paths.js";
import type { Section } from "./measure.js";
import { text } from "./readmeTable.js";

export const pictureFile = join(root, "media/readme/speed.svg");

const [WIDTH, ROW, LABEL, TOP] = [760, 28, 360, 36];

/** The seconds of a section as bars. Both themes of a README: colours by the reader's preference. */
export function barPicture({ figures }: Section, machine: string): string {
  const seconds = Object.entries(figures).filter(([, { unit }]) => unit === "s");
  const longest = Math.max(...seconds.map(([, { median }]) => median));
  const height = TOP + ROW * seconds.length + 28;
  const bars = seconds.flatMap(([title, { median }], row) => {
    const y = TOP + ROW * row;
    const length = ((WIDTH - LABEL - 70) * median) / longest;
    const kind = title.startsWith("OpenCV") ? "other" : title.startsWith("zlib") ? "floor" : "own";
    return [
      `<text x="${LABEL - 12}" y="${y + 17}" text-anchor="end">${title}</text>`,
      `<rect class="${kind}" x="${LABEL}" y="${y + 4}" width="${length.toFixed(1)}" height="${ROW - 10}"/>`,
      `<text class="value" x="${(LABEL + length + 8).toFixed(1)}" y="${y + 17}">${text(median)} s</text>`,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>Seconds to score 200 pairs of 1024 x 1024</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #3b3b3b; }
.value { font-variant-numeric: tabular-nums; }
.note { font-size: 11px; fill: #616161; }
.own { fill: #005fb8; }
.other { fill: #8c8c8c; }
.floor { fill: #c4c4c4; }
@media (prefers-color-scheme: dark) {
text { fill: #cccccc; }
.note { fill: #9d9d9d; }
.own { fill: #3794ff; }
.floor { fill: #5a5a5a; }
}
</style>
<text x="0" y="18">Seconds to score 200 pairs of 1024 × 1024, start of the process included; shorter is better</text>
${bars.join("\n")}
<text class="note" x="0" y="${height - 8}">${machine}; medians, npm run bench</text>
</svg>
`;
}
