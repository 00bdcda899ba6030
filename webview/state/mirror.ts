import type { Dials } from "../../src/protocol/persisted.js";

/** Long enough to skip the steps of a slider in motion, short enough to look live. */
const PAUSE = 60;

/** Tells others what is turned on this page, once it rests for a moment; only what is new. */
export function createMirror(tell: (dials: Dials) => void): (dials: Dials) => void {
  let told = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (dials) => {
    clearTimeout(timer);
    const text = JSON.stringify(dials);
    if (text === told) return;
    timer = setTimeout(() => {
      told = text;
      tell(dials);
    }, PAUSE);
  };
}
