/** What nobody waits for yet: pairs read ahead come before the pictures of the filmstrip. */
export type SpareRank = "ahead" | "picture";

interface Wish {
  readonly rank: SpareRank;
  readonly run: () => Promise<unknown>;
}

/** Lets a person go first: what nobody waits for runs one at a time, and is not begun while somebody waits. */
export class SpareTime {
  private awaited = 0;
  private isSpent = false;
  private readonly wishes: Wish[] = [];

  /** Does at once what a person waits for. */
  async first<Result>(work: () => Promise<Result>): Promise<Result> {
    this.awaited++;
    try {
      return await work();
    } finally {
      this.awaited--;
      this.spend();
    }
  }

  /** Does something when there is time for it: of equal rank the latest wish first, since older ones may be passed by. */
  later<Result>(rank: SpareRank, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.wishes.push({ rank, run: () => work().then(resolve, reject) });
      this.spend();
    });
  }

  private spend(): void {
    if (this.awaited > 0 || this.isSpent) return;
    const ahead = this.wishes.findLastIndex(({ rank }) => rank === "ahead");
    // Where there is none, -1: the last of the pictures.
    const [wish] = this.wishes.splice(ahead, 1);
    if (!wish) return;
    this.isSpent = true;
    void wish.run().finally(() => {
      this.isSpent = false;
      this.spend();
    });
  }
}
