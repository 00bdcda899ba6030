import type { BinaryEvidence } from "../core/evidence.js";
import type { ByteMap } from "../core/maps/quantise.js";
import type { FileRole, PairFailure, PairView } from "./pairView.js";

/** What the page asks of the extension host. Every call is answered or rejected. */
export interface HostCalls {
  /** The page listens; the host answers by pushing what to show. */
  ready(): void;
  /** Walks the ranking as it is shown: +1 down, to the next better pair unless it is reversed; -1 up. */
  step(by: 1 | -1): void;
  /** Opens a file of the pair beside the inspector. */
  openFile(role: FileRole): void;
  /** Reads the pixels again under another threshold or kernel: objects, weights and weighted tally change. */
  regather(change: { readonly threshold: number; readonly kernel: number }): {
    readonly evidence: BinaryEvidence;
    readonly weight: ByteMap;
  };
  /** Asks the person for the missing partner of the file shown. */
  chooseTruth(): void;
  /** Shows the pair in the inspector panel; for the side view. */
  openInspector(): void;
}

/** What the extension host pushes to the page. */
export interface PageEvents {
  show(view: PairView): void;
  loading(name: string): void;
  fail(failure: PairFailure): void;
  /** Nothing to show yet, and the sentence that says what to do. */
  empty(message: string): void;
  /** A command bound in VS Code that acts inside the page. */
  act(action: PageAction): void;
}

/** Actions of the page that VS Code commands can trigger, so that people can bind keys to them. */
export type PageAction = "zoomToFit" | "zoomIn" | "zoomOut" | "actualSize" | "nextLayer" | "previousLayer";
