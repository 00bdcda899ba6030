import { readDials, type TableDials } from "../../protocol/table.js";
import type { RunFolders } from "../run.js";

/** The part of VS Code's Memento that is used. */
export interface Store {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const TRUTH = "truthByPredictions";
const LAST = "lastRun";
const OPEN = "openRun";
const TURNED = "turned";
/** Older choices are forgotten beyond this many. */
const MOST = 200;

/** What is remembered of a workspace: which ground truth was chosen for which predictions, and what was scored last. */
export class Memory {
  constructor(private readonly store: Store) {}

  /** The ground truth last chosen for a folder of predictions. */
  truthFor(predictions: string): string | undefined {
    return this.choices().find((choice) => choice.predictions === predictions)?.truth;
  }

  /** All choices, latest first. */
  choices(): RunFolders[] {
    const stored = this.store.get(TRUTH);
    return Array.isArray(stored) ? stored.filter(isFolders) : [];
  }

  async remember(choice: RunFolders): Promise<void> {
    const others = this.choices().filter(({ predictions }) => predictions !== choice.predictions);
    await this.store.update(TRUTH, [choice, ...others].slice(0, MOST));
  }

  get last(): RunFolders | undefined {
    const stored = this.store.get(LAST);
    return isFolders(stored) ? stored : undefined;
  }

  async setLast(folders: RunFolders): Promise<void> {
    await this.store.update(LAST, folders);
  }

  /** Id of the run that was open last. */
  get openRun(): string | undefined {
    const stored = this.store.get(OPEN);
    return typeof stored === "string" ? stored : undefined;
  }

  async setOpenRun(id: string): Promise<void> {
    await this.store.update(OPEN, id);
  }

  /** What was turned for all pairs of a run; null: nothing. */
  turnedOf(run: string): TableDials | null {
    const stored = this.store.get(TURNED);
    if (typeof stored !== "object" || stored === null || Reflect.get(stored, "run") !== run) return null;
    return readDials(Reflect.get(stored, "dials"));
  }

  async setTurned(turned: { readonly run: string; readonly dials: TableDials } | undefined): Promise<void> {
    await this.store.update(TURNED, turned);
  }
}

function isFolders(value: unknown): value is RunFolders {
  return (
    typeof value === "object" &&
    value !== null &&
    "predictions" in value &&
    typeof value.predictions === "string" &&
    "truth" in value &&
    typeof value.truth === "string"
  );
}
