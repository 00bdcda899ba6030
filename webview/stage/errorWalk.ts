import type { RankedRegions } from "../../src/core/regions/gains.js";
import { type Region, regionAt } from "../../src/core/regions/list.js";
import type { HostCalls } from "../../src/protocol/calls.js";
import type { Remote } from "../../src/protocol/rpc.js";
import type { BreakdownContent } from "../breakdown/content.js";
import { questionOf } from "../breakdown/question.js";
import { formatCount } from "../ui/format.js";

export interface ErrorWalkEvents {
  readonly remote: Pick<Remote<HostCalls>, "regions">;
  goTo(region: Region): void;
  say(sentence: string): void;
}

/** Goes from one region of error to the next, the costliest for the IoU first. */
export function createErrorWalk({ remote, goTo, say }: ErrorWalkEvents): {
  step(content: Pick<BreakdownContent, "state" | "scene">, by: 1 | -1): Promise<void>;
} {
  let known: { readonly key: string; readonly regions: RankedRegions } | null = null;
  let row = -1;

  return {
    async step(content, by) {
      const question = { ...questionOf(content), score: "iou" };
      const key = JSON.stringify(question);
      if (known?.key !== key) {
        known = { key, regions: await remote.regions(question) };
        row = by > 0 ? -1 : 0;
      }
      const { list } = known.regions;
      const count = list.pixels.length;
      if (count === 0) return say("No pixel is wrong at this threshold.");
      row = (row + by + count) % count;
      const region = regionAt(list, row);
      goTo(region);
      const pixels = region.pixels === 1 ? "1 pixel" : `${formatCount(region.pixels)} pixels`;
      say(`Error ${row + 1} of ${formatCount(count)}: ${region.kind.title}, ${pixels}`);
    },
  };
}
