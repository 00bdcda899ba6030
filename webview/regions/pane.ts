import { catalogue, scoreById } from "../../src/core/catalogue.js";
import { canRankRegions, type RankedRegions } from "../../src/core/regions/gains.js";
import { type RegionKindId, regionKinds } from "../../src/core/regions/kinds.js";
import { type Region, regionAt } from "../../src/core/regions/list.js";
import type { HostCalls, StudyQuestion } from "../../src/protocol/calls.js";
import type { Remote } from "../../src/protocol/rpc.js";
import { createAnalyst } from "../breakdown/analysis.js";
import type { BreakdownContent } from "../breakdown/content.js";
import { questionOf } from "../breakdown/question.js";
import { positives } from "../stage/positives.js";
import type { Stage } from "../stage/stage.js";
import type { Action } from "../state/state.js";
import { element, setAttribute, setText } from "../ui/dom.js";
import { formatCount } from "../ui/format.js";
import { createLatest } from "../ui/latest.js";
import { choiceList } from "../ui/widgets.js";
import { createRegionDetails } from "./details.js";
import { createRegionList } from "./list.js";
import { outlineOf, regionBlob } from "./outline.js";

export interface RegionsPaneEvents {
  readonly stage: Pick<Stage, "mark" | "flyTo">;
  readonly remote: Pick<Remote<HostCalls>, "regions" | "whatIf">;
  dispatch(action: Action): void;
  /** How many regions there are, in a few words. */
  note(words: string): void;
}

export interface RegionsPane {
  readonly elements: readonly HTMLElement[];
  show(content: BreakdownContent): void;
  /** Goes to the costliest region of some kinds, as soon as the regions are known. */
  showKinds(kinds: readonly RegionKindId[]): void;
}

/** Every connected region of error, the costliest first; the stage flies to the one that is chosen. */
export function createRegionsPane({ stage, remote, dispatch, note }: RegionsPaneEvents): RegionsPane {
  let content: BreakdownContent | null = null;
  let regions: RankedRegions | null = null;
  /** What they were found in. */
  let found: string | null = null;
  let problem: string | null = null;
  let chosen: Region | null = null;
  let sought: readonly RegionKindId[] | null = null;

  const asked = createLatest((question: Parameters<HostCalls["regions"]>[0]) => remote.regions(question), {
    onAnswer(answer, question) {
      regions = answer;
      found = foundIn(question);
      problem = null;
      const row = chosen ? answer.list.first.indexOf(chosen.first) : -1;
      choose(row < 0 ? null : regionAt(answer.list, row), false);
      seek();
    },
    onFailure(reason) {
      regions = null;
      problem = reason;
      choose(null, false);
    },
  });
  const corrected = createLatest((question: Parameters<HostCalls["whatIf"]>[0]) => remote.whatIf(question), {
    onAnswer(evidence) {
      afterwards = createAnalyst(evidence);
      draw();
    },
    onFailure(reason) {
      problem = reason;
      draw();
    },
  });
  let afterwards: ReturnType<typeof createAnalyst> | null = null;

  const choose = (region: Region | null, fly: boolean) => {
    chosen = region;
    afterwards = null;
    corrected.cancel();
    if (content) {
      stage.mark(
        region &&
          outlineOf(
            regionBlob(
              content.scene.view.pixels,
              positives(content.scene, content.state.threshold),
              region.first,
              region.box,
            ),
          ),
      );
      if (region && fly) stage.flyTo(region.box);
      if (region) {
        const question = questionOf(content);
        const { threshold } = content.state;
        const edit = { do: "correct", first: region.first, threshold } as const;
        corrected.want({ ...question, edits: [...question.edits, edit] });
      }
    }
    draw();
  };

  const seek = () => {
    if (!sought || !regions || asked.isWaiting) return;
    const { list } = regions;
    const kinds = sought;
    const row = list.kinds.findIndex((code) => kinds.includes(regionKinds[code].id));
    sought = null;
    if (row >= 0) choose(regionAt(list, row), true);
  };

  const by = choiceList(
    "Rank by the gain in",
    "region-score",
    catalogue.filter(canRankRegions).map(({ id, title }) => ({ value: id, title })),
    "iou",
    (gain) => dispatch({ do: "set", change: { gain } }),
  );
  const summary = element("p", { class: "region-summary", "data-testid": "region-summary" });
  const list = createRegionList({ choose });
  const details = createRegionDetails(
    ({ first }) => {
      if (!content) return;
      const { edits, threshold } = content.state;
      dispatch({ do: "set", change: { edits: [...edits, { do: "correct", first, threshold }] } });
    },
    ({ box }) => stage.flyTo(box),
  );
  const head = element(
    "div",
    { class: "section-controls" },
    element("span", { class: "control-name", "aria-hidden": "true" }, "Gain in"),
    by.element,
  );

  const draw = () => {
    const count = regions?.list.first.length ?? 0;
    // A section that is folded does not ask: what it knows may be of another threshold, or of other edits.
    const isOfShown = regions !== null && content !== null && found === foundIn(content.state);
    note(isOfShown ? formatCount(count) : asked.isWaiting ? "…" : "");
    head.hidden = !regions || count === 0;
    setText(summary, problem ?? summaryOf(regions));
    list.element.hidden = count === 0;
    setAttribute(list.element, "data-pending", asked.isWaiting ? "" : null);
    if (!content) return;
    by.setValue(content.state.gain);
    if (regions && count > 0)
      list.show({ regions, chosen: chosen?.first ?? null, unit: scoreById(content.state.gain).title });
    details.element.hidden = !chosen;
    if (chosen)
      details.show({ region: chosen, now: content.readings, after: afterwards?.read(content.settings) ?? null });
  };

  return {
    elements: [summary, head, list.element, details.element, definitions()],
    show(next) {
      if (next.scene.view.uris !== content?.scene.view.uris) {
        regions = null;
        // The same pair shown again is looked at again: its files may be others.
        asked.cancel();
        if (chosen) stage.mark(null);
        chosen = null;
      }
      content = next;
      if (!next.state.folded.includes("regions")) asked.want({ ...questionOf(next), score: next.state.gain });
      draw();
    },
    showKinds(kinds) {
      sought = kinds;
      seek();
    },
  };
}

/** What decides which regions there are in a pair. */
const foundIn = ({ threshold, edits }: Pick<StudyQuestion, "threshold" | "edits">) =>
  JSON.stringify([threshold, edits]);

function summaryOf(regions: RankedRegions | null): string {
  if (!regions) return "Looking for regions of error…";
  const { pixels } = regions.list;
  if (pixels.length === 0) return "No pixel is wrong at this threshold.";
  const wrong = pixels.reduce((sum, n) => sum + n, 0);
  const what = pixels.length === 1 ? "1 region" : `${formatCount(pixels.length)} regions`;
  return `${what}, ${formatCount(wrong)} wrong ${wrong === 1 ? "pixel" : "pixels"}. The gain is what the score would gain were the region corrected.`;
}

/** The definitions of the kinds, on demand. */
function definitions(): HTMLElement {
  return element(
    "details",
    { class: "explanation" },
    element("summary", {}, "What the kinds mean"),
    element(
      "p",
      {},
      "A region is an 8-connected component of the false positives, or of the false negatives. It has the first kind that fits:",
    ),
    element(
      "dl",
      { class: "kinds" },
      ...regionKinds.flatMap(({ title, side, definition }) => [
        element("dt", {}, element("span", { class: `swatch ${side}`, "aria-hidden": "true" }), title),
        element("dd", {}, definition),
      ]),
    ),
  );
}
