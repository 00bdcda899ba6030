import { loadavg } from "node:os";
import type { Section } from "./measure.js";
import { verdict } from "./targets.js";

const BEGIN = "<!-- speed: written by `npm run bench -- --publish` -->";
const END = "<!-- end of speed -->";

/** Three digits that mean something. */
export function text(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The README with the table of figures between its marks. @throws RangeError where the marks are missing. */
export function readmeWith(readme: string, sections: Readonly<Record<string, Section>>, machine: string): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new RangeError(`The README lacks ${BEGIN} … ${END}.`);
  const rows = Object.values(sections).flatMap(({ figures }) =>
    Object.entries(figures).map(
      ([title, { median, minimum, unit }]) =>
        `| ${title} | ${text(median)} ${unit} | ${text(minimum)} | ${verdict(title, median)} |`,
    ),
  );
  const ratios = Object.values(sections).flatMap(({ ratios }) => Object.entries(ratios));
  const table = [
    BEGIN,
    `\`npm run bench\` on ${machine}, load average ${loadavg()[0].toFixed(1)} (other work on the machine slows all of it); whole processes, start included:`,
    "",
    "| figure | median | minimum | target |",
    "|---|---|---|---|",
    ...rows,
    "",
    "| ratio of medians | | target |",
    "|---|---|---|",
    ...ratios.map(([title, ratio]) => `| ${title} | ${ratio.toFixed(2)} | ${verdict(title, ratio)} |`),
    "",
  ].join("\n");
  return readme.slice(0, from) + table + readme.slice(to);
}
