import type { HostCalls } from "../src/protocol/calls.js";
import type { Remote } from "../src/protocol/rpc.js";
import type { Gathered } from "./analysis.js";

/** Long enough not to read the pixels at every step of a slider, short enough to feel immediate. */
const PAUSE = 120;

type Answer = Awaited<ReturnType<Remote<HostCalls>["regather"]>>;

export interface RegatherEvents {
  onAnswer(gathered: Gathered, answer: Answer): void;
  onFailure(reason: string): void;
}

/** Asks the host to read the pixels under new settings: once they rest, and only the last answer counts. */
export function createRegather(
  call: (change: Gathered) => Promise<Answer>,
  { onAnswer, onFailure }: RegatherEvents,
): { want(settings: Gathered): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted: Gathered | null = null;

  const ask = async (settings: Gathered) => {
    try {
      const answer = await call(settings);
      if (wanted === settings) onAnswer(settings, answer);
    } catch (error) {
      if (wanted === settings) onFailure(error instanceof Error ? error.message : String(error));
    }
  };

  return {
    want({ threshold, kernel }) {
      if (wanted?.threshold === threshold && wanted.kernel === kernel) return;
      clearTimeout(timer);
      const settings = { threshold, kernel };
      wanted = settings;
      timer = setTimeout(() => void ask(settings), PAUSE);
    },
    cancel() {
      clearTimeout(timer);
      wanted = null;
    },
  };
}
