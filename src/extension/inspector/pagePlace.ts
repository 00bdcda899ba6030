import type { HostAction } from "../../protocol/actions.js";
import type { Turned } from "../../protocol/calls.js";
import type { Target } from "../target.js";
import type { Layout } from "../web/pageHtml.js";

/** Where a page stands: in the editor area or in the side bar. */
export interface PagePlace {
  readonly layout: Layout;
  isVisible(): boolean;
  run(action: HostAction): void;
  open(target: Target): void;
  /** Waits for what goes before this page, where something does. */
  first?(): Promise<void>;
  /** The person turned or edited something on the page. */
  turned(turned: Turned): void;
  /** The person has seen the confusion. */
  unlight(): void;
}
