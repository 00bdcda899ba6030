import { type Convention, conventions, type LibraryName, type Variant } from "../core/conventions/index.js";
import { guidanceFor } from "../core/guidance.js";
import type { Parameter } from "../core/parameters.js";
import type { Score } from "../core/score.js";
import { symbolSentence } from "./symbols.js";

/** All that a person should know of a score, as Markdown with TeX; made from the catalogue, so that it cannot drift. */
export function scorePage(score: Score): string {
  const { words, punishes, avoid } = guidanceFor(score.id);
  return [
    `# ${text(score.title)}`,
    `\`${score.id}\` · ${direction(score)} · ${kindsOf(score)}`,
    words,
    `$$\n${score.formula}\n$$`,
    symbolSentence(score),
    `**It punishes:** ${lower(punishes)}`,
    `**Not for:** ${lower(avoid)}`,
    facts(score),
    ...parameterLines(score),
    ...conventionLines(score),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

const kindNames = { binary: "binary masks", labels: "label maps", objects: "instance maps" } as const;

function kindsOf({ kinds }: Score): string {
  return `for ${kinds.map((kind) => kindNames[kind]).join(" and ")}`;
}

function direction({ better, range: [least, most] }: Score): string {
  return `${better} is better · ${bound(least)} to ${bound(most)}`;
}

function bound(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  return String(Number(value.toPrecision(4))).replace("-", "−");
}

function facts({ empty, source, sharing }: Score): string {
  return [
    `- **Empty masks:** ${text(empty)}`,
    `- **Source of the default:** ${text(source)}`,
    ...(sharing ? [`- **Per pixel:** ${sharingWords[sharing]}`] : []),
  ].join("\n");
}

const sharingWords = {
  sum: "a sum over pixels: the per-pixel picture shows its terms",
  coupled:
    "a sum whose terms all pixels decide together, by a common divisor or their order: the picture shows its gradient",
  proportion:
    "no sum over pixels: the picture shows its gradient; among regions it is divided in proportion to \\|y − p\\|",
} as const;

function parameterLines({ parameters }: Score): string[] {
  const rows = Object.entries(parameters).map(([id, parameter]) => [
    `\`${id}\``,
    text(parameter.title),
    String(parameter.default),
    allowed(parameter),
  ]);
  return rows.length === 0 ? [] : ["## Parameters", table(["id", "meaning", "default", "allowed"], rows)];
}

function allowed(parameter: Parameter): string {
  if (parameter.kind === "choice") return parameter.choices.join(", ");
  return `${bound(parameter.minimum)} to ${bound(parameter.maximum)}`;
}

function conventionLines({ id, kinds }: Score): string[] {
  const rows = (Object.entries(conventions) as Array<[LibraryName, Convention]>).flatMap(([preset, convention]) => {
    const variants: readonly Variant[] = Object.hasOwn(convention.scores, id) ? convention.scores[id] : [];
    return variants.map((variant) => [
      `**${text(convention.title)}**${variant.name === undefined ? "" : ` ${text(variant.name)}`}<br>\`${preset}\``,
      `${text(variant.differs)}${forKinds(variant, kinds)}<br>*${text(convention.library)}*`,
    ]);
  });
  const none = "No library that Mask Inspector reproduces computes this score.";
  return ["## In other libraries", rows.length === 0 ? none : table(["library", "how it differs"], rows)];
}

/** Where a score has several kinds, the line says which of them it is for. */
function forKinds(variant: Variant, kinds: Score["kinds"]): string {
  if (variant.kinds.length === kinds.length) return "";
  return ` For ${variant.kinds.map((kind) => kindNames[kind]).join(" and ")}.`;
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text that Markdown leaves as it is, also in a cell. */
function text(plain: string): string {
  return plain.replace(/[\\`*_[\]<>|$~#]/g, "\\$&");
}

/** A sentence that goes on after a colon. Names and abbreviations keep their capitals. */
function lower(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) && !/^(Tversky|Dice|Lov|Brier)/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
