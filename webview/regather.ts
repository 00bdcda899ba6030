import type { HostCalls, Regathering } from "../src/protocol/calls.js";
import type { Remote } from "../src/protocol/rpc.js";

/** Long enough not to read the pixels at every step of a slider, short enough to feel immediate. */
const PAUSE = 120;

type Answer = Awaited<ReturnType<Remote<HostCalls>["regather"]>>;

export interface RegatherEvents {
  onAnswer(gathered: Regathering, answer: Answer): void;
  onFailure(reason: string): void;
}

/** Asks the host to read the pixels under new settings: once they rest, and only the last answer counts. */
export function createRegather(
  call: (change: Regathering) => Promise<Answer>,
  { onAnswer, onFailure }: RegatherEvents,
): { want(settings: Regathering): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: Regathering | null = null;

  const ask = async (settings: Regathering) => {
    try {
      const answer = await call(settings);
      if (wanted === settings) onAnswer(settings, answer);
    } catch (error) {
      if (wanted === settings) onFailure(error instanceof Error ? error.message : String(error));
    }
  };

  return {
    want(settings) {
      if (wanted && JSON.stringify(wanted) === JSON.stringify(settings)) return;
      clearTimeout(timer);
      wanted = settings;
      timer = setTimeout(() => void ask(settings), PAUSE);
    },
    cancel() {
      clearTimeout(timer);
      wanted = null;
    },
  };
}
