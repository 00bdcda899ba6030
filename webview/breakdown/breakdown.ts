import type { HostCalls } from "../../src/protocol/calls.js";
import type { FileRole } from "../../src/protocol/pairView.js";
import type { SectionId } from "../../src/protocol/persisted.js";
import type { Remote } from "../../src/protocol/rpc.js";
import { createCurvesPane } from "../curves/pane.js";
import { createDiagnosisPane } from "../diagnosis/pane.js";
import { createFiles, createNotes, type Extent } from "../frame/files.js";
import { createHeadline } from "../frame/headline.js";
import { createOwnModel } from "../frame/ownModel.js";
import { createRegionsPane } from "../regions/pane.js";
import type { Stage } from "../stage/stage.js";
import { createTurnedNote } from "../state/turnedNote.js";
import { element } from "../ui/dom.js";
import { createSection } from "../ui/section.js";
import { createWhatIfPane } from "../whatIf/pane.js";
import { createBandedScores } from "./bandedScores.js";
import type { BreakdownContent } from "./content.js";
import { createModelsTable, createOtherReadings } from "./modelsTable.js";
import { createScoreTable, type ScoreTableEvents } from "./scoreTable.js";

export interface BreakdownEvents extends ScoreTableEvents {
  readonly remote: Pick<Remote<HostCalls>, "regions" | "whatIf" | "diagnose" | "band" | "errors" | "distances">;
  openFile(role: FileRole): void;
}

export interface Breakdown {
  readonly element: HTMLElement;
  show(content: BreakdownContent, extent: Extent, notes: readonly string[]): void;
}

/** Why the numbers are what they are: headline and notes, then sections that fold. */
export function createBreakdown(stage: Stage, { openFile, remote, ...events }: BreakdownEvents): Breakdown {
  const { dispatch } = events;
  const ownModel = createOwnModel();
  const headline = createHeadline();
  const models = createModelsTable();
  const readOther = createOtherReadings();
  const turned = createTurnedNote(dispatch);
  const notes = createNotes();
  const noteOf = (id: SectionId) => (words: string) => sections.find((section) => section.id === id)?.setNote(words);
  const scores = createScoreTable(events);
  const regions = createRegionsPane({ stage, remote, dispatch, note: noteOf("regions") });
  const curves = createCurvesPane(dispatch);
  const diagnosis = createDiagnosisPane({
    remote,
    dispatch,
    openFile,
    note: noteOf("diagnosis"),
    showRegions(kinds) {
      sections.find(({ id }) => id === "regions")?.reveal();
      regions.showKinds(kinds);
    },
  });
  const whatIf = createWhatIfPane({ remote, dispatch, note: noteOf("whatIf") });
  const files = createFiles(openFile);
  const showScores = createBandedScores(remote.band, scores);
  const sections = [
    createSection("diagnosis", "Diagnosis", [diagnosis.element], dispatch),
    createSection("scores", "Scores", [scores.element], dispatch),
    createSection("regions", "Regions", regions.elements, dispatch),
    createSection("curves", "Curves", [curves.element], dispatch),
    createSection("whatIf", "What If", [whatIf.element], dispatch),
    createSection("files", "Files", [files.element], dispatch),
  ];
  // Headers that are still to come wait at the bottom, one above another.
  for (const [i, { elements }] of sections.entries()) {
    elements[0].style.setProperty("--behind", String(sections.length - 1 - i));
  }
  const root = element(
    "section",
    { class: "breakdown", "aria-label": "Breakdown" },
    ownModel.element,
    headline.element,
    models.element,
    turned.element,
    notes.element,
    ...sections.flatMap(({ elements }) => elements),
  );
  let prediction: string | null = null;
  return {
    element: root,
    show(content, extent, texts) {
      const { uris } = content.scene.view;
      // What a pair has to say stands at the top.
      if (uris.prediction !== prediction) root.scrollTop = 0;
      prediction = uris.prediction;
      const { other } = content.scene.view;
      ownModel.show(other ?? null);
      headline.show(content.readings, content.computing);
      models.show(other ?? null, "binary", readOther(other, content.settings), content.readings);
      turned.show(content.state, content.scene.view.position);
      notes.show(texts);
      diagnosis.show(content);
      showScores(content);
      regions.show(content);
      curves.show(content);
      whatIf.show(content);
      files.show(content.scene.view, extent);
      for (const { id, show } of sections) show(content.state.folded.includes(id));
    },
  };
}
