import type { ErrorSummary } from "../src/core/regions/summary.js";
import type { StageFacts } from "./sentences.js";
import { type Spoken, spokenChange, spokenStage } from "./spoken.js";

/** Rest before something is said: a slider in motion, or a walk by a key held down, is not commented on. */
const REST = 300;

export interface Seen extends StageFacts, Omit<Spoken, "errors"> {
  /** Looks at every pixel: only done once things rest. */
  findErrors(): ErrorSummary;
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
  return {
    show({ findErrors, ...seen }) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = { ...seen, errors: findErrors() };
        label(spokenStage(now));
        const change = spokenChange(last, now);
        last = now;
        if (change !== "") say(change);
      }, REST);
    },
  };
}
