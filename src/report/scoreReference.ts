import { catalogue } from "../core/catalogue.js";
import type { Parameter } from "../core/parameters.js";
import { arrowOf, type Score } from "../core/score.js";

const groups: ReadonlyArray<readonly [Score["group"], string]> = [
  ["losses", "Losses"],
  ["metrics", "Metrics"],
  ["objects", "Objects"],
];

/** The definitions of all scores as Markdown, with TeX formulas: what the README prints, made from the catalogue. */
export function scoreReference(): string {
  return groups
    .map(([group, title]) => {
      const rows = catalogue.filter((score) => score.group === group).map(row);
      return [
        `### ${title}`,
        "",
        "| id | score | definition | parameters | empty masks | source |",
        "|---|---|---|---|---|---|",
        ...rows,
      ].join("\n");
    })
    .join("\n\n");
}

function row(score: Score): string {
  const parameters = Object.entries(score.parameters).map(describeParameter).join(", ");
  const cells = [
    `\`${score.id}\``,
    `${score.title} ${arrowOf(score)}`,
    `$${inTable(score.formula)}$`,
    parameters,
    score.empty,
    score.source,
  ];
  return `| ${cells.join(" | ")} |`;
}

function describeParameter([id, parameter]: readonly [string, Parameter]): string {
  return `${id} ${parameter.default}`;
}

/** A bar would end the table's cell, in TeX too. */
function inTable(tex: string): string {
  return tex.replaceAll("|", String.raw`\vert `);
}
