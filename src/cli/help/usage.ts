import { type CommandName, type FlagHelp, sections } from "./flags.js";
import { wrap } from "./wrap.js";

const synopses: ReadonlyArray<{ readonly of: CommandName; readonly line: string }> = [
  { of: "score", line: "mask-inspector score PREDICTIONS TRUTH [options]" },
  { of: "compare", line: "mask-inspector compare TRUTH PREDICTIONS_A PREDICTIONS_B [...] [options]" },
  { of: "report", line: "mask-inspector report PREDICTIONS TRUTH --html FILE [options]" },
  { of: "report", line: "mask-inspector report SCORES.json --html FILE" },
];

const MASKS = "PREDICTIONS and TRUTH are two folders (searched recursively, paired by name) or two files.";

const purposes: Readonly<Record<CommandName, string>> = {
  score: "score prints a table, the worst pairs first, and writes all scores to files.",
  compare: "compare takes a folder a model; the first is the baseline of the others.",
  report:
    "report writes one page that needs nothing else, from masks or from scores that score --json has written before.",
};

const TABLE =
  "macro is the mean over images, with a 95 % interval (percentile bootstrap of the images, 2,000 seeded resamples); images where a score is undefined do not count, and their number is told. micro is the score of all pixels, or objects, together: of distances the one over all surfaces as if they were one image.";

const EXIT =
  "Exit code: 0 scored; 1 scored, but some pairs or a gate failed; 2 nothing could be scored, or a file could not be read or written; 64 usage. Files without a partner are listed but are no failed pairs.";

/** Columns of the flags, before what they do. */
const INDENT = 22;

/** @param of the command that help is wanted for: all of them where not given. */
export function usage(of?: CommandName): string {
  const own = <Part extends { readonly of?: CommandName }>(parts: readonly Part[]) =>
    parts.filter((part) => of === undefined || part.of === of);
  const about = (Object.keys(purposes) as CommandName[]).filter((name) => of === undefined || name === of);
  return [
    "mask-inspector: score predicted masks against ground truth",
    "",
    ...own(synopses).map(({ line }) => `  ${line}`),
    "",
    wrap([MASKS, ...about.map((name) => purposes[name])].join(" ")),
    ...sections.flatMap(({ title, flags }) => ["", title, ...flagLines(flags, of)]),
    "",
    "What the table says",
    wrap(TABLE, 2),
    "",
    ...(of === undefined
      ? ["mask-inspector COMMAND --help tells of one command, mask-inspector --version the version.", ""]
      : []),
    wrap(EXIT),
    "",
  ].join("\n");
}

function flagLines(flags: readonly FlagHelp[], command: CommandName | undefined): string[] {
  const own = flags.filter(({ of }) => of === undefined || command === undefined || of.includes(command));
  return own.map(({ flag, does, of }, i) => {
    const name = own[i - 1]?.flag === flag ? "" : flag;
    const whose = of === undefined || command !== undefined ? "" : `${of.join(", ")}: `;
    return `  ${name}`.padEnd(INDENT) + wrap(whose + does, INDENT).trimStart();
  });
}
