/** A sub-folder that stands for a moment of training. */
export interface Epoch {
  /** Its number, from its name. */
  readonly number: number;
  /** Its path below the followed folder. */
  readonly folder: string;
}

const NAMED = /^(?:epochs?|ep|e|steps?|iter(?:ation)?s?|checkpoints?|ckpt)[-_=. ]*0*(\d+)$/i;

/** The epoch that a file belongs to: the first folder of its path, where that is named like one, such as `epoch_012`. */
export function epochOf(file: string): Epoch | null {
  const slash = file.indexOf("/");
  if (slash < 0) return null;
  const folder = file.slice(0, slash);
  const found = NAMED.exec(folder);
  return found ? { number: Number(found[1]), folder } : null;
}

/** The epochs of a list of files, the earliest first; folders of one number stand side by side in their order. */
export function epochsOf(files: readonly string[]): Epoch[] {
  const byFolder = new Map<string, Epoch>();
  for (const file of files) {
    const epoch = epochOf(file);
    if (epoch) byFolder.set(epoch.folder, epoch);
  }
  return Array.from(byFolder.values()).sort((a, b) => a.number - b.number);
}
