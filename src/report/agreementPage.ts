import { scoreById } from "../core/catalogue.js";
import { guidanceFor } from "../core/guidance.js";
import { symmetricScores } from "../core/statistics/agreement.js";
import { markdownTable } from "./markdownTable.js";
import type { ScoredRow } from "./row.js";
import { shortNumber } from "./scoreText.js";

/** What two masks agree on, neither being the truth, as Markdown. @param names of the two, for reading. */
export function agreementPage(
  { kind, scores, readAs, width, height, notes }: Omit<ScoredRow, "evidence">,
  names: readonly [string, string],
): string {
  const rows = symmetricScores[kind].filter((id) => id in scores).map(scoreById);
  const plain = (text: string) => text.replace(/[\\`*_[\]<>|$~#]/g, "\\$&");
  return [
    `# Agreement of ${names.map(plain).join(" and ")}`,
    `${width} × ${height} pixels. Neither mask is the ground truth: every score here says the same with the two exchanged.`,
    markdownTable(
      ["score", "value", "meaning"],
      rows.map(({ id, title }) => [`${plain(title)} \`${id}\``, shortNumber(scores[id]), plain(guidanceFor(id).words)]),
    ),
    "Cohen's kappa of two raters is their agreement beyond chance, over pixels: background counts as much as foreground.",
    `${plain(names[0])}: ${plain(readAs.prediction)}. ${plain(names[1])}: ${plain(readAs.truth)}.`,
    ...notes.map(plain),
  ]
    .join("\n\n")
    .concat("\n");
}
