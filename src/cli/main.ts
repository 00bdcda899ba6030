import "./firstThread.js";

import { UsageError } from "./arguments/values.js";
import { type Command, parseCommand } from "./arguments.js";
import { compare } from "./compare.js";
import { firstThreads } from "./firstThread.js";
import { keepHeapSmall } from "./heap.js";
import { usage } from "./help/usage.js";
import { writeReport } from "./report.js";
import { score } from "./score.js";

/** Filled in by the build, from package.json. */
declare const VERSION: string;

async function main(args: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(args);
    if (command === "version") {
      process.stdout.write(`${VERSION}\n`);
      return 0;
    }
    if (command.command === "help") {
      process.stdout.write(usage(command.of));
      return 0;
    }
    return await run(command);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`mask-inspector: ${message}\n`);
    if (!(error instanceof UsageError)) return 2;
    process.stderr.write(`Try: mask-inspector ${error.command === undefined ? "" : `${error.command} `}--help\n`);
    return 64;
  }
}

function run(command: Command): Promise<number> {
  if (command.command === "score") return score(command);
  return command.command === "compare" ? compare(command) : writeReport(command);
}

// A reader that has seen enough (head, less) closes its end: that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`mask-inspector: standard output could not be written to its end (${error.message}).\n`);
  process.exit(2);
});

keepHeapSmall();
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  // A command that came to nothing has not.
  return firstThreads?.terminate(true);
});
