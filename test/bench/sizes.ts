import { huge, large, makeData, small } from "./data.js";
import { cli, floor, type Section, timeInTurn } from "./measure.js";

/** Many small pairs and one huge one, against the 200 pairs of 1024 x 1024. */
export function sizes(runs: number): Section {
  const folders = { small: makeData(small), large: makeData(large), huge: makeData(huge) };
  const score = ({ truth, predictions }: { truth: string; predictions: string }, ...more: string[]) => ({
    command: cli("score", predictions, truth, "--scores", "pixel", ...more),
  });
  const timings = timeInTurn(
    {
      small: score(folders.small),
      smallFloor: { command: floor(folders.small) },
      large: score(folders.large),
      // A pair is the work of one thread.
      oneThread: score(folders.large, "--jobs", "1"),
      huge: score(folders.huge, "--jobs", "1"),
    },
    runs,
  );
  const perPixel = (seconds: number, { pairs, size }: typeof huge) => (1e9 * seconds) / (pairs * size * size);
  const each = (of: (typeof timings)["small"]["seconds"], value: (seconds: number) => number, unit: string) => ({
    minimum: value(of.minimum),
    median: value(of.median),
    runs: of.runs.map(value),
    unit,
  });
  return {
    figures: {
      "10,000 pairs of 101 x 101, pixel scores": { ...timings.small.seconds, unit: "s" },
      "the same, pairs a second": each(timings.small.seconds, (seconds) => small.pairs / seconds, "/s"),
      "the same, zlib inflate and nothing else, two threads": { ...timings.smallFloor.seconds, unit: "s" },
      "peak memory, 10,000 pairs of 101 x 101": { ...timings.small.megabytes, unit: "MB" },
      "one pair of 16,384 x 16,384, pixel scores": { ...timings.huge.seconds, unit: "s" },
      "peak memory, 16,384 x 16,384": { ...timings.huge.megabytes, unit: "MB" },
      "one thread, 16,384 x 16,384": each(timings.huge.seconds, (seconds) => perPixel(seconds, huge), "ns/pixel"),
      "one thread, 1024 x 1024": each(timings.oneThread.seconds, (seconds) => perPixel(seconds, large), "ns/pixel"),
    },
    ratios: {
      "memory, 10,000 small / 200 large": timings.small.megabytes.median / timings.large.megabytes.median,
      "time, 10,000 small / 200 large": timings.small.seconds.median / timings.large.seconds.median,
      "time a pixel, 16,384² / 1024²":
        perPixel(timings.huge.seconds.median, huge) / perPixel(timings.oneThread.seconds.median, large),
    },
  };
}
