/**
 * "123 of 200 · 8 s left"; without the estimate before there is one.
 * @param elapsed milliseconds since the first pair was begun.
 */
export function progressText(done: number, total: number, elapsed: number): string {
  const count = `${done} of ${total}`;
  // The first rows pay for the start of the workers: they say little about the rest.
  if (done < 3 || elapsed < 500 || done >= total) return count;
  return `${count} · ${duration((elapsed / done) * (total - done))} left`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
