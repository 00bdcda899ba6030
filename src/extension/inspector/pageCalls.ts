import { commands, Uri, ViewColumn } from "vscode";
import type { Settings } from "../../core/settings.js";
import type { HostCalls } from "../../protocol/calls.js";
import type { FileRole } from "../../protocol/pairView.js";
import type { Dials } from "../../protocol/persisted.js";
import type { Handlers } from "../../protocol/rpc.js";
import type { PairJob } from "../../scoring/pairJob.js";
import type { App } from "../app.js";
import { tell } from "../command.js";
import { Problem } from "../problem.js";
import { pairTarget, type Target } from "../target.js";
import { compareMaps } from "./compareMaps.js";
import { copyPython } from "./copyPython.js";
import type { Filmstrip } from "./filmstrip.js";
import { copyLink } from "./links.js";
import type { PagePlace } from "./pagePlace.js";
import type { PairLoader } from "./pairLoader.js";
import { pixelCalls } from "./pixelCalls.js";
import { copyCommandLine, copyRow, savePicture } from "./share.js";

/** What the calls need of the page that they come from. */
export interface PageContext {
  readonly app: App;
  readonly place: PagePlace;
  readonly loader: PairLoader;
  readonly filmstrip: Filmstrip;
  /** What the page was last asked to show. */
  target(): Target;
  /** A new document listens. */
  ready(): void;
}

/** What the page of a pair may ask of the host. */
export function pageCalls(context: PageContext): Handlers<HostCalls> {
  const { app, place, loader, filmstrip, ready } = context;
  const job = () => jobOf(context.target());
  /** The same work; a failure is told the person, and rejects for the page as well. */
  const told = <Result>(what: string, work: Promise<Result>): Promise<Result> => {
    work.catch((error: unknown) => void tell(app.log, what, error));
    return work;
  };
  /** What the page evaluates with: the settings of the pair under what was turned there. */
  const withDials = async (dials: Dials, act: (job: PairJob, settings: Settings) => Promise<void>) => {
    const current = job();
    await act(current, { ...(await loader.settings(current)), ...dials });
  };
  return {
    ready,
    run: (action) => place.run(action),
    openFile: (role) => told("openFile", openFile(context, role)).catch(() => undefined),
    frames: (revision, from, count) => filmstrip.frames(revision, from, count),
    thumbnail: (revision, index, threshold) => filmstrip.thumbnail(revision, index, threshold),
    openPlace: (revision, index) => {
      const pair = filmstrip.pairAt(revision, index);
      if (pair) place.open(pairTarget(pair));
    },
    ...pixelCalls({
      scorer: app.scorer,
      job,
      settings: (of) => loader.settings(of),
      uri: (path) => Uri.file(path).toString(),
      path: (uri) => Uri.parse(uri).fsPath,
    }),
    compareMaps: async (pair) => {
      const current = job();
      if (pair !== Uri.file(current.prediction).toString()) throw new Error("Another pair is open now.");
      return compareMaps(current, await loader.settings(current), app.scorer);
    },
    chooseTruth: () =>
      void commands.executeCommand("maskInspector.inspectMask", fileOf(context.target()), [], { choose: true }),
    copyPython: (call) => told("copyPython", copyPython(job(), call)),
    copyLink: (view) => told("copyLink", copyLink(app.context.extension.id, job(), view)),
    savePicture: (png) => told("savePicture", savePicture(png, job().name)),
    copyRow: (format, dials, edited) =>
      told(
        "copyRow",
        withDials(dials, (pair, settings) => copyRow(app, pair, settings, format, edited)),
      ),
    copyCommandLine: (dials, edited) =>
      told(
        "copyCommandLine",
        withDials(dials, (pair, settings) => copyCommandLine(app, pair, settings, edited)),
      ),
    turned: (turned) => place.turned(turned),
    unlight: () => place.unlight(),
    complain: (message) => void tell(app.log, "page", new Problem(message, "")),
    explainScore: (id) => void commands.executeCommand("maskInspector.explainScore", id),
    openInspector: () => void commands.executeCommand("maskInspector.openPair", { kind: "pair", pair: job() }),
  };
}

async function openFile({ app, place, target }: PageContext, role: FileRole): Promise<void> {
  const job = jobOf(target());
  const file = role === "image" ? await app.images.find(job) : role === "other" ? job.other?.prediction : job[role];
  if (file === undefined) throw new Problem("This pair has no source image.", "");
  const viewColumn = place.layout === "panel" ? ViewColumn.Beside : ViewColumn.Active;
  await commands.executeCommand("vscode.open", Uri.file(file), { viewColumn });
}

function jobOf(target: Target): PairJob {
  if (target.kind === "pair") return target.job;
  throw new Problem("No pair is open.", "Open one from the ranking.");
}

function fileOf(target: Target): Uri | undefined {
  if (target.kind === "empty") return undefined;
  return Uri.file(target.kind === "pair" ? target.job.prediction : target.file);
}
