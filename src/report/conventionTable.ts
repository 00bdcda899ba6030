import { catalogue, scoreById } from "../core/catalogue.js";
import {
  type ComparedValue,
  compareConventions,
  type PeerValue,
  type SharedValues,
} from "../core/conventions/index.js";
import { isChosen } from "../core/evaluate.js";
import type { Evidence } from "../core/evidence.js";
import type { Settings } from "../core/settings.js";
import { withArrow } from "./scoreText.js";

/** Values by score id, then by convention: a preset, or a preset and its variant, such as "smp smooth=1". */
export type ConventionTable = Readonly<Record<string, Readonly<Record<string, PeerValue | null>>>>;

/** A convention's mean over the pairs where it gives a number; `excluded` counts the others. */
export interface ConventionMean {
  readonly mean: number | null;
  readonly n: number;
  readonly excluded: number;
}

export type ConventionMeans = Readonly<Record<string, Readonly<Record<string, ConventionMean>>>>;

const labelOf = ({ preset, variant }: ComparedValue) => (variant === undefined ? preset : `${preset} ${variant}`);

type ComparedSettings = SharedValues & Pick<Settings, "families" | "scores">;

/** Every score that was asked for, such evidence has, and at least one library computes, in every convention. */
function comparedScores(evidence: Evidence, settings: ComparedSettings): Array<readonly [string, ComparedValue[]]> {
  return catalogue
    .filter((score) => score.kinds.includes(evidence.kind) && isChosen(score, settings))
    .map(({ id }) => [id, compareConventions(evidence, settings, id)] as const)
    .filter(([, lines]) => lines.some(({ python, value }) => python !== null && value !== null));
}

/** Adds up the tables of a data set. */
export class ConventionSummary {
  private readonly sums = new Map<string, Map<string, { sum: number; n: number; excluded: number }>>();
  private readonly compared = new Map<string, readonly ComparedValue[]>();

  /** @returns the table of the pair. */
  add(evidence: Evidence, settings: ComparedSettings): ConventionTable {
    const table: Record<string, Record<string, PeerValue | null>> = {};
    for (const [id, lines] of comparedScores(evidence, settings)) {
      table[id] = Object.fromEntries(lines.map((line) => [labelOf(line), line.value]));
      const ofScore = this.sums.get(id) ?? new Map<string, { sum: number; n: number; excluded: number }>();
      this.sums.set(id, ofScore);
      this.compared.set(id, lines);
      for (const line of lines) {
        const entry = ofScore.get(labelOf(line)) ?? { sum: 0, n: 0, excluded: 0 };
        ofScore.set(labelOf(line), entry);
        if (typeof line.value === "number") {
          entry.sum += line.value;
          entry.n++;
        } else entry.excluded++;
      }
    }
    return table;
  }

  means(): ConventionMeans {
    return Object.fromEntries(
      Array.from(this.sums, ([id, conventions]) => [
        id,
        Object.fromEntries(
          Array.from(conventions, ([label, { sum, n, excluded }]) => [
            label,
            { mean: n === 0 ? null : sum / n, n, excluded },
          ]),
        ),
      ]),
    );
  }

  /**
   * For a terminal: a block a score, a line a convention, with the reason and, where it is not the preset itself, the
   * flags that give it; of a folder, the means. The libraries and their versions come last.
   */
  lines(tables: readonly ConventionTable[]): string[] {
    const [only, ...more] = tables;
    const means = this.means();
    const show = (id: string, label: string): string => {
      if (only !== undefined && more.length === 0) return shown(only[id]?.[label]);
      const { mean, excluded } = means[id][label];
      return `${precise(mean)}${excluded > 0 ? ` (${excluded} excluded)` : ""}`;
    };
    const blocks = Array.from(this.compared).flatMap(([id, compared]) => {
      const cells = compared.map((line) => [labelOf(line), show(id, labelOf(line)), reasonOf(id, line)] as const);
      const widths = [0, 1].map((column) => Math.max(...cells.map((line) => line[column].length)));
      const rows = cells.map(
        ([label, value, differs]) => `  ${label.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${differs}`,
      );
      const score = scoreById(id);
      return ["", `${withArrow(score)}  ${score.title}`, ...rows];
    });
    return [...blocks, "", ...libraryLines([...this.compared.values()].flat())];
  }
}

/** Why the value differs, and how to ask for it. */
function reasonOf(id: string, { preset, variant, differs, turned }: ComparedValue): string {
  if (variant === undefined || turned === undefined) return differs;
  const flags = Object.entries(turned).map(([name, value]) => ` --set ${id}.${name}=${value}`);
  return `${differs} (--preset ${preset}${flags.join("")})`;
}

/** Which library, of which version, a preset stands for. */
function libraryLines(compared: readonly ComparedValue[]): string[] {
  const libraries = new Map(
    compared.filter(({ python }) => python !== null).map(({ preset, library }) => [preset, library]),
  );
  return ["Conventions:", ...Array.from(libraries, ([preset, library]) => `  ${preset}: ${library}`)];
}

function shown(value: PeerValue | null | undefined): string {
  return typeof value === "string" ? value : precise(value);
}

/** Seven digits: conventions often differ in the last that a short number shows. */
function precise(value: number | null | undefined): string {
  return typeof value === "number" ? String(Number(value.toPrecision(7))) : "—";
}

/** Columns `id@convention` of a table file, in the order in which they appear. */
export function conventionColumns(tables: readonly ConventionTable[]): Array<readonly [id: string, label: string]> {
  const columns = new Map<string, readonly [string, string]>();
  for (const table of tables) {
    for (const [id, conventions] of Object.entries(table)) {
      for (const label of Object.keys(conventions)) columns.set(`${id}@${label}`, [id, label]);
    }
  }
  return [...columns.values()];
}
