/** A function that runs at once, then no more often than every `interval()` milliseconds; the last call always counts. */
export interface Throttled {
  (): void;
  /** Runs what waits, now. */
  flush(): void;
}

export function throttle(action: () => void, interval: () => number): Throttled {
  let timer: NodeJS.Timeout | undefined;
  let again = false;
  const run = () => {
    again = false;
    action();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, interval());
  };
  const throttled = () => {
    if (timer === undefined) run();
    else again = true;
  };
  return Object.assign(throttled, {
    flush() {
      clearTimeout(timer);
      timer = undefined;
      if (again) {
        again = false;
        action();
      }
    },
  });
}
