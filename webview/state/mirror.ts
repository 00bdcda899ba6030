import type { Turned } from "../../src/protocol/calls.js";

/** Long enough to skip the steps of a slider in motion, short enough to look live. */
const PAUSE = 60;

/** Tells others what is turned and edited on this page, once it rests for a moment; only what is new. */
export function createMirror(tell: (turned: Turned) => void): (turned: Turned) => void {
  let told = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (turned) => {
    clearTimeout(timer);
    const text = JSON.stringify(turned);
    if (text === told) return;
    timer = setTimeout(() => {
      told = text;
      tell(turned);
    }, PAUSE);
  };
}
