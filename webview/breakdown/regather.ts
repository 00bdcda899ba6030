import type { Regathering, StudyQuestion } from "../../src/protocol/calls.js";
import type { Reread } from "../stage/scene.js";
import { createLatest } from "../ui/latest.js";

/** What the page holds of a pair. */
interface Held {
  readonly pair: StudyQuestion["pair"];
  /** The settings under which its pixels were read; null: only their tally is there. */
  readonly gathered: Regathering | null;
}

/**
 * Keeps what was read of the pair on the page up to its settings. One question at a time, the newest next; what comes of
 * a pair that was left, or of settings that were turned on, is dropped.
 */
export function createRegather(
  call: (question: Regathering & Pick<Held, "pair">) => Promise<Reread>,
  events: { onAnswer(gathered: Regathering, answer: Reread): void; onFailure(reason: string): void },
) {
  const latest = createLatest(call, {
    onAnswer: (answer, { pair: _, ...gathered }) => events.onAnswer(gathered, answer),
    onFailure: events.onFailure,
  });
  return {
    follow({ pair, gathered }: Held, wanted: Regathering): void {
      if (gathered && serves(gathered, wanted)) latest.cancel();
      else latest.want({ pair, ...wanted });
    },
    /** Another pair comes. */
    forget: latest.cancel,
  };
}

/** Whether pixels that were read for some settings do for others. */
function serves(gathered: Regathering, wanted: Regathering): boolean {
  const isSame = JSON.stringify({ ...gathered, compare: false }) === JSON.stringify({ ...wanted, compare: false });
  return isSame && (gathered.compare || !wanted.compare);
}
