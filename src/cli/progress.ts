/** Writes "123 of 200, 8 s left" over itself on a terminal; silent elsewhere. */
export class Progress {
  private readonly start = performance.now();
  private lastShown = 0;

  constructor(
    private readonly total: number,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  show(done: number): void {
    const now = performance.now();
    if (!this.stream.isTTY || (now - this.lastShown < 100 && done < this.total)) return;
    this.lastShown = now;
    const left = ((now - this.start) / done) * (this.total - done);
    this.stream.write(`\r\u001b[K${done} of ${this.total}, ${Math.ceil(left / 1000)} s left`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write("\r\u001b[K");
  }
}
