import { stages, type Timings } from "../core/timings.js";

/** A line a stage that took any time, in seconds of all threads, and the seconds that passed meanwhile. */
export function timingsText(timings: Timings, passed: number): string {
  const lines = stages.flatMap((stage) => {
    const spent = timings[stage];
    return spent === undefined ? [] : [line(stage, spent)];
  });
  return ["Seconds by stage, of all threads together:", ...lines, line("from start to end", passed), ""].join("\n");
}

function line(what: string, milliseconds: number): string {
  return `  ${what.padEnd(20)}${(milliseconds / 1000).toFixed(3).padStart(9)}`;
}
