/** Where several threads are in one list of jobs: each takes the next as it becomes free, and none waits to be given one. */
export class JobQueue {
  private readonly next: Int32Array;

  /** @param memory that of the queue to share; a new queue stands at the first job. */
  constructor(readonly memory: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.next = new Int32Array(memory);
  }

  /** Index of the job that nobody has taken yet. */
  get position(): number {
    return Atomics.load(this.next, 0);
  }

  /** Takes the next job. @returns its index; null where it is not below `end`: it stays for others. */
  take(end: number): number | null {
    for (;;) {
      const index = this.position;
      if (index >= end) return null;
      if (Atomics.compareExchange(this.next, 0, index, index + 1) === index) return index;
    }
  }

  /** Leaves out all jobs below `end` that nobody has taken. */
  skipTo(end: number): void {
    Atomics.store(this.next, 0, end);
  }
}
