import type { Evidence } from "../core/evidence.js";
import { TallyStack } from "../core/tallyStack.js";
import { BlockWriter, readBlocks } from "./blocks.js";

/** Another number for another layout. */
const VERSION = 1;
/** Pairs that are packed together: alike tallies pack well. */
const PAIRS_A_BLOCK = 32;

type Entry = readonly [index: number, evidence: Evidence];

/** Keeps of every pair what it takes to score it again under other settings, in a file, as pairs are scored. */
export class EvidenceWriter {
  private readonly blocks: BlockWriter;
  private pending: Entry[] = [];

  constructor(file: string) {
    this.blocks = new BlockWriter(file);
    this.blocks.append(VERSION);
  }

  /** Label and instance maps have no parameter to turn, and are passed over. */
  add(index: number, evidence: Evidence): void {
    if (evidence.kind !== "binary") return;
    const { kind, pixels, weighted, objects } = evidence;
    this.pending.push([index, { kind, pixels, ...(weighted && { weighted }), ...(objects && { objects }) }]);
    if (this.pending.length === PAIRS_A_BLOCK) this.flush();
  }

  async finish(): Promise<void> {
    this.flush();
    await this.blocks.finish();
  }

  discard(): Promise<void> {
    return this.blocks.discard();
  }

  private flush(): void {
    if (this.pending.length > 0) this.blocks.append(this.pending);
    this.pending = [];
  }
}

/** The tallies that an {@link EvidenceWriter} kept. @throws Error where the file is not whole, or of another version. */
export async function readTallies(file: string): Promise<TallyStack> {
  const stack = new TallyStack();
  let isLead = true;
  for await (const block of readBlocks(file)) {
    if (isLead && block !== VERSION) throw new Error(`${file} was written by another version.`);
    // Whole and of this version: the file holds what EvidenceWriter put there.
    if (!isLead) for (const [index, evidence] of block as Entry[]) stack.set(index, evidence);
    isLead = false;
  }
  return stack;
}
