/** Timers and idle time of a browser, run by hand. */
export interface FakeTime {
  /** Timers run out. */
  elapse(): void;
  /** The page is idle for as short as it gets. @returns whether anything waited for that. */
  idle(): boolean;
  restore(): void;
}

/** Puts them in place of those of Node until they are restored. */
export function fakeTime(): FakeTime {
  const timers = new Map<number, () => void>();
  const waiting = new Map<number, (deadline: IdleDeadline) => void>();
  let made = 0;
  const addTo =
    <Call>(calls: Map<number, Call>) =>
    (call: Call) => {
      calls.set(++made, call);
      return made;
    };
  const { setTimeout, clearTimeout } = globalThis;
  Object.assign(globalThis, {
    setTimeout: addTo(timers),
    clearTimeout: (timer: number) => timers.delete(timer),
    requestIdleCallback: addTo(waiting),
    cancelIdleCallback: (request: number) => waiting.delete(request),
  });
  return {
    elapse() {
      for (const [timer, call] of [...timers]) {
        timers.delete(timer);
        call();
      }
    },
    idle() {
      const [first] = waiting;
      if (!first) return false;
      waiting.delete(first[0]);
      first[1]({ didTimeout: false, timeRemaining: () => 0 });
      return true;
    },
    restore() {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Reflect.deleteProperty(globalThis, "requestIdleCallback");
      Reflect.deleteProperty(globalThis, "cancelIdleCallback");
    },
  };
}
