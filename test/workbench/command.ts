import { spawn } from "node:child_process";

const running = new Set<number>();
let guarded = false;

export interface CommandResult {
  /** Exit code; -1 when the command could not start, was killed by a signal or ran out of time. */
  readonly code: number;
  /** stdout and stderr, interleaved as they arrived. */
  readonly output: string;
}

interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** Called with every chunk of output as it arrives. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a command to its end, without a shell. Never rejects: a command that cannot start is a result with code -1. */
export function runCommand(
  file: string,
  args: readonly string[],
  { cwd, env, timeoutMs, onOutput }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let output = "";
    const collect = (text: string): void => {
      output += text;
      onOutput?.(text);
    };
    const child = spawn(file, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    const release = killAtExit(child.pid);
    const timer = setTimeout(() => {
      collect(`\n${file}: stopped after ${timeoutMs / 1000} s\n`);
      // Politely first: the command may have started detached processes of its own, which only it can end.
      killTree(child.pid, "SIGTERM");
      setTimeout(() => killTree(child.pid), 5000).unref();
    }, timeoutMs);
    const finish = (code: number): void => {
      clearTimeout(timer);
      release();
      resolve({ code, output });
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", (error) => {
      collect(`${file}: ${error.message}\n`);
      finish(-1);
    });
    child.on("close", (code) => finish(code ?? -1));
  });
}

/** Kills a process started with `detached: true` together with everything that it started. */
export function killTree(pid: number | undefined, signal: NodeJS.Signals = "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    // A negative id means the whole process group, which exists only where `detached` made one.
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // Already gone, which is what was asked for.
  }
}

/**
 * Makes sure that a detached process does not outlive this one, however this one ends.
 *
 * @returns a function that takes the process off the list, to be called when it has ended.
 */
export function killAtExit(pid: number | undefined): () => void {
  if (pid === undefined) return () => {};
  if (!guarded) {
    guarded = true;
    process.once("exit", () => {
      for (const id of running) killTree(id, "SIGTERM");
    });
    // A signal ends a process without "exit", unless someone handles it.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
    }
  }
  running.add(pid);
  return () => running.delete(pid);
}
