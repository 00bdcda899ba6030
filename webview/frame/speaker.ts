import type { ErrorSummary } from "../../src/core/regions/summary.js";
import type { StageFacts } from "./sentences.js";
import { type Spoken, spokenChange, spokenStage } from "./spoken.js";

/** Rest before something is said: a slider in motion, or a walk by a key held down, is not commented on. */
const REST = 300;

export interface Seen extends StageFacts, Omit<Spoken, "errors"> {
  /** The host looks at every pixel for it: only asked once things rest. */
  findErrors(): Promise<ErrorSummary>;
}

export interface Speaker {
  show(seen: Seen): void;
}

/**
 * Puts the stage into words once it rests.
 * @param label takes the stage as a whole. @param say takes what has changed since.
 */
export function createSpeaker(label: (text: string) => void, say: (text: string) => void): Speaker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Spoken | null = null;
  let newest: Seen | null = null;

  const speak = async (seen: Seen) => {
    const { findErrors, ...facts } = seen;
    const errors = await findErrors();
    if (newest !== seen) return;
    const now = { ...facts, errors };
    label(spokenStage(now));
    const change = spokenChange(last, now);
    last = now;
    if (change !== "") say(change);
  };

  return {
    show(seen) {
      newest = seen;
      clearTimeout(timer);
      // Where the pixels cannot be read the page says so itself.
      timer = setTimeout(() => void speak(seen).catch(() => {}), REST);
    },
  };
}
