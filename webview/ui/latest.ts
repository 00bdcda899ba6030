export interface LatestEvents<Question, Answer> {
  onAnswer(answer: Answer, question: Question): void;
  onFailure(reason: string): void;
}

export interface Latest<Question> {
  /** Asks, unless just this was asked last. */
  want(question: Question): void;
  /** Whether an answer is on its way. */
  readonly isWaiting: boolean;
  /** Forgets what was asked: its answer comes too late. */
  cancel(): void;
}

/**
 * Asks one question at a time, of those that come meanwhile only the latest. A slider in motion is followed as fast as
 * answers come, without a queue, and without a timer.
 */
export function createLatest<Question, Answer>(
  call: (question: Question) => Promise<Answer>,
  { onAnswer, onFailure }: LatestEvents<Question, Answer>,
): Latest<Question> {
  let wanted: { readonly question: Question; readonly key: string } | null = null;
  let asked = "";
  let isBusy = false;
  let isInFlight = false;

  const ask = async () => {
    isBusy = true;
    while (wanted && wanted.key !== asked) {
      const own = wanted;
      const { question, key } = own;
      // Not merely an equal one: what was cancelled and is asked again may have another answer by now.
      const isCurrent = () => wanted === own;
      asked = key;
      try {
        isInFlight = true;
        const answer = await call(question);
        isInFlight = false;
        if (isCurrent()) onAnswer(answer, question);
      } catch (error) {
        isInFlight = false;
        if (isCurrent()) onFailure(error instanceof Error ? error.message : String(error));
      }
    }
    isBusy = false;
  };

  return {
    want(question) {
      const key = JSON.stringify(question);
      if (wanted?.key === key) return;
      wanted = { question, key };
      if (!isBusy) void ask();
    },
    get isWaiting() {
      return wanted !== null && (isInFlight || wanted.key !== asked);
    },
    cancel() {
      wanted = null;
      asked = "";
    },
  };
}
