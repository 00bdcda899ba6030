import type { Finding } from "../../src/core/diagnosis/index.js";
import type { RegionKindId } from "../../src/core/regions/kinds.js";
import type { HostCalls } from "../../src/protocol/calls.js";
import type { FileRole } from "../../src/protocol/pairView.js";
import type { Remote } from "../../src/protocol/rpc.js";
import type { BreakdownContent } from "../breakdown/content.js";
import { questionOf } from "../breakdown/question.js";
import type { Action } from "../state/state.js";
import { element, setAttribute, setText } from "../ui/dom.js";
import { createLatest } from "../ui/latest.js";
import { findingItem } from "./item.js";
import { findingLinks } from "./links.js";

export interface DiagnosisPaneEvents {
  readonly remote: Pick<Remote<HostCalls>, "diagnose">;
  dispatch(action: Action): void;
  openFile(role: FileRole): void;
  showRegions(kinds: readonly RegionKindId[]): void;
  /** How much was noticed, in a few words. */
  note(words: string): void;
}

export interface DiagnosisPane {
  readonly element: HTMLElement;
  show(content: BreakdownContent): void;
}

/** What a good colleague would notice, each with its evidence and what to do about it. */
export function createDiagnosisPane({
  remote,
  dispatch,
  openFile,
  showRegions,
  note,
}: DiagnosisPaneEvents): DiagnosisPane {
  let content: BreakdownContent | null = null;
  let findings: readonly Finding[] | null = null;
  let problem: string | null = null;
  let drawn: readonly Finding[] | null = null;
  const words = element("p", { class: "diagnosis-words", "data-testid": "diagnosis-words" });
  const list = element("ul", { class: "findings", "data-testid": "findings" });

  const asked = createLatest((question: Parameters<HostCalls["diagnose"]>[0]) => remote.diagnose(question), {
    onAnswer(answer) {
      findings = answer;
      problem = null;
      draw();
    },
    onFailure(reason) {
      findings = null;
      problem = reason;
      draw();
    },
  });

  const draw = () => {
    words.hidden = problem === null && findings !== null && findings.length > 0;
    setText(words, problem ?? (findings ? "Nothing stands out." : "Looking…"));
    setAttribute(list, "data-pending", asked.isWaiting ? "" : null);
    note(findings && findings.length > 0 ? String(findings.length) : "");
    list.hidden = !findings || findings.length === 0;
    if (findings === drawn) return;
    drawn = findings;
    list.replaceChildren(
      ...(findings ?? []).map((finding) =>
        findingItem(
          finding,
          findingLinks(finding, {
            tryEdits: (edits) =>
              content && dispatch({ do: "set", change: { edits: [...content.state.edits, ...edits] } }),
            useThreshold: (threshold) => dispatch({ do: "set", change: { threshold } }),
            showRegions,
            showLoss: (loss) => dispatch({ do: "set", change: { layer: "loss", loss } }),
            openTruth: () => openFile("truth"),
          }),
        ),
      ),
    );
  };

  return {
    element: element("div", { class: "diagnosis" }, words, list),
    show(next) {
      if (next.scene.view.uris !== content?.scene.view.uris) {
        findings = null;
        // The same pair shown again is looked at again: its files may be others.
        asked.cancel();
      }
      content = next;
      asked.want(questionOf(next));
      draw();
    },
  };
}
