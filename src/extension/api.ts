import type { Ranking } from "./ranking/ranking.js";
import type { Run } from "./run.js";
import type { Target } from "./target.js";

/** What `activate` returns: the state of the extension, for tests and other extensions. Read only. */
export interface Api {
  /** The run that the ranking shows. */
  readonly run: Run | undefined;
  readonly ranking: Ranking | undefined;
  /** The inspector panel; undefined while it is closed. */
  readonly inspector: { readonly title: string; readonly shown: Target } | undefined;
}
