/** Milliseconds that each picture is seen: far slower than what could harm (three flashes a second). */
const TURN = 700;

/** Two pictures by turns. */
export interface Turns {
  readonly isPlaying: boolean;
  /** Starts when the blink comes on stage, unless the person asked for less motion; stops when it leaves. */
  setActive(active: boolean): void;
  toggle(): void;
  /** While held, the second picture is seen, and nothing moves by itself. */
  hold(held: boolean): void;
}

export function createTurns(onTurn: (turn: 0 | 1) => void, onPlaying: () => void): Turns {
  const lessMotion = matchMedia("(prefers-reduced-motion: reduce)");
  let isActive = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let turn: 0 | 1 = 0;

  const go = (to: 0 | 1) => {
    turn = to;
    onTurn(to);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const start = () => {
    stop();
    timer = setInterval(() => go(turn === 0 ? 1 : 0), TURN);
  };

  return {
    get isPlaying() {
      return timer !== undefined;
    },
    setActive(active) {
      if (active === isActive) return;
      isActive = active;
      if (active && !lessMotion.matches) start();
      else stop();
      go(0);
    },
    toggle() {
      if (timer === undefined) start();
      else stop();
      onPlaying();
    },
    hold(held) {
      if (held) stop();
      go(held ? 1 : 0);
      onPlaying();
    },
  };
}
