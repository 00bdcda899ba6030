import { copyFileSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { type Folders, folder500, makeData } from "./data.js";
import { benchOutput, cli, type Section, timeInTurn } from "./measure.js";

/** A folder of 500 pairs, and the same again after one file has changed. */
export function again(runs: number): Section {
  const folders = makeData(folder500);
  const cache = benchOutput("bench-cache");
  const command = cli("score", folders.predictions, folders.truth, "--cache", cache);
  // A file that was written a moment ago is not trusted to stay as it is.
  for (const side of Object.values(folders)) {
    for (const name of readdirSync(side)) utimesSync(join(side, name), 1e9, 1e9);
  }
  let changes = 0;
  const { first, second } = timeInTurn(
    {
      first: { command, prepare: () => rmSync(cache, { recursive: true, force: true }) },
      second: { command, prepare: () => change(folders, ++changes) },
    },
    runs,
  );
  return {
    figures: {
      "500 pairs of 256 x 256, all scores, nothing known": { ...first.seconds, unit: "s" },
      "the same after one file has changed": { ...second.seconds, unit: "s" },
    },
    ratios: { "after one change / nothing known": second.seconds.median / first.seconds.median },
  };
}

/** One prediction becomes that of another pair, at another time. */
function change({ predictions }: Folders, count: number): void {
  const file = join(predictions, "00000.png");
  copyFileSync(join(predictions, `${String(1 + (count % 100)).padStart(5, "0")}.png`), file);
  utimesSync(file, 1e9 + count, 1e9 + count);
}
