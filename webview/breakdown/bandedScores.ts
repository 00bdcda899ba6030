import type { BandEvidence } from "../../src/core/boundary/edgeBand.js";
import { defaultSettings } from "../../src/core/settings.js";
import type { StudyQuestion } from "../../src/protocol/calls.js";
import { createLatest } from "../ui/latest.js";
import { withBand } from "./analysis.js";
import type { BreakdownContent } from "./content.js";
import { pairOf } from "./question.js";
import type { ScoreTable } from "./scoreTable.js";

/**
 * Shows the scores at once, and sets the boundary band apart in their bars as soon as its tallies are there. These follow
 * the pair, its edits and the kernel, but no slider: what is dragged never waits for them.
 */
export function createBandedScores(
  call: (question: StudyQuestion) => Promise<BandEvidence>,
  scores: ScoreTable,
): (content: BreakdownContent) => void {
  let content: BreakdownContent | null = null;
  let known: { readonly key: string; readonly band: BandEvidence } | null = null;

  const draw = () => {
    if (!content) return;
    const { scene, settings, readings } = content;
    const question = bandQuestion(content);
    const isOfThis = question !== null && known?.key === JSON.stringify(question);
    scores.show(
      known && isOfThis
        ? { ...content, readings: withBand(readings, scene.evidence, known.band, settings.threshold) }
        : content,
    );
  };
  const asked = createLatest(call, {
    onAnswer(band, question) {
      known = { key: JSON.stringify(question), band };
      draw();
    },
    // The bars stay whole: nothing is lost that would be worth a message.
    onFailure() {},
  });

  return (next) => {
    content = next;
    const question = bandQuestion(next);
    if (question) asked.want(question);
    draw();
  };
}

/** The band that belongs to the evidence on the page: under the settings that it was read with, not those asked for. */
function bandQuestion({ scene }: BreakdownContent): StudyQuestion | null {
  if (!scene.gathered) return null;
  const { kernel, edits } = scene.gathered;
  const { threshold, preset } = defaultSettings;
  return { pair: pairOf(scene), threshold, kernel, preset, overrides: {}, edits };
}
