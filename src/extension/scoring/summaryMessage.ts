import { window } from "vscode";
import { summaryText } from "../ranking/rowText.js";
import type { Run } from "../run.js";
import type { Session } from "../session.js";

const SUMMARY_MS = 15_000;

/** Says the headline of a run in the status bar, for a while, or until the ranking says something else. */
export function showSummary(session: Session, run: Run, icon: "check" | "settings"): void {
  const text = () => session.ranking && summaryText(session.ranking, run.state);
  const said = text();
  if (said === undefined) return;
  const message = window.setStatusBarMessage(`$(${icon}) ${said}`, SUMMARY_MS);
  const listener = session.onDidChange(() => {
    if (session.run === run && text() === said) return;
    message.dispose();
    listener.dispose();
  });
  setTimeout(() => listener.dispose(), SUMMARY_MS);
}
