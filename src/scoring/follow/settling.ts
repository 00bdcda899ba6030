/** What tells that a file changed. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

interface Watched {
  readonly stamp: Stamp;
  /** When it was first seen as it is. */
  readonly since: number;
  /** It was read as it is: nothing is to be done until it changes. */
  readonly isTaken: boolean;
  /** Readings of it, as it is, that failed. */
  readonly failures: number;
  /** Not to be read before. */
  readonly notBefore: number;
}

/** Older than this when it is first seen, a file is at rest: nobody is writing it. */
const OLD_MS = 5000;
/** A file at rest that cannot be read may still be growing, slowly: it is read again this often, ever more seldom. */
const MOST_FAILURES = 5;

/**
 * Says which files are whole. Writers seldom rename a finished file into place, so that a file is taken for whole when
 * its size and time have not changed for a while, and it can be decoded; one that cannot is tried again before it is
 * given up. All times are given, so that it can be tested without waiting.
 */
export class Settling {
  private readonly files = new Map<string, Watched>();

  /** @param quietMs how long a file must rest. */
  constructor(private readonly quietMs: number) {}

  /** Notes what a file looks like now. @returns whether it is at rest and was not read as it is. */
  observe(file: string, stamp: Stamp, now: number): boolean {
    const known = this.files.get(file);
    if (!known || !isSame(known.stamp, stamp)) {
      const isOld = !known && now - stamp.modified > OLD_MS;
      this.files.set(file, {
        stamp,
        since: isOld ? now - this.quietMs : now,
        isTaken: false,
        failures: 0,
        notBefore: 0,
      });
      return isOld;
    }
    return !known.isTaken && now - known.since >= this.quietMs && now >= known.notBefore;
  }

  /**
   * Notes that a file was read.
   *
   * @param stamp what it looks like after that; undefined where it is gone.
   * @returns whether the result stands: not where the file changed meanwhile, nor where a failure may mend itself.
   */
  conclude(file: string, stamp: Stamp | undefined, failed: boolean, now: number): boolean {
    const known = this.files.get(file);
    if (!known || !stamp) return false;
    if (!isSame(known.stamp, stamp)) {
      this.files.set(file, { stamp, since: now, isTaken: false, failures: 0, notBefore: 0 });
      return false;
    }
    const failures = known.failures + 1;
    if (failed && failures < MOST_FAILURES) {
      this.files.set(file, { ...known, failures, notBefore: now + this.quietMs * 2 ** failures });
      return false;
    }
    this.files.set(file, { ...known, isTaken: true });
    return true;
  }

  /** Forgets the files that are not among these. @returns those forgotten. */
  keepOnly(files: ReadonlySet<string>): string[] {
    const gone = Array.from(this.files.keys()).filter((file) => !files.has(file));
    for (const file of gone) this.files.delete(file);
    return gone;
  }

  /** Files that are being written, or wait to be read. */
  get pending(): number {
    return Array.from(this.files.values()).filter(({ isTaken }) => !isTaken).length;
  }
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.modified === b.modified;
}
