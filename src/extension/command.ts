import { commands, type Disposable, type LogOutputChannel, l10n, window } from "vscode";
import { describeProblem } from "./problem.js";

/** Registers a command whose errors become one notification, with the details in the log. */
export function registerCommand<Args extends unknown[]>(
  log: LogOutputChannel,
  name: string,
  run: (...args: Args) => unknown,
): Disposable {
  const id = `maskInspector.${name}`;
  return commands.registerCommand(id, async (...args: Args) => {
    try {
      return await run(...args);
    } catch (error) {
      void tell(log, id, error);
      return undefined;
    }
  });
}

/** Shows an error, with its next steps as buttons. */
export async function tell(log: LogOutputChannel, where: string, error: unknown): Promise<void> {
  const { message, steps, details } = describeProblem(error);
  log.error(`${where}: ${details}`);
  const showLog = l10n.t("Show Log");
  const titles = steps.length > 0 ? steps.map(({ title }) => title) : [showLog];
  const chosen = await window.showErrorMessage(message, ...titles);
  const step = steps.find(({ title }) => title === chosen);
  if (step) await commands.executeCommand(step.command, ...(step.args ?? []));
  else if (chosen === showLog) log.show();
}
