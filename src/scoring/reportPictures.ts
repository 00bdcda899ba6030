import { errorPicture } from "../core/maps/errorPicture.js";
import type { Thumbnail } from "../core/maps/thumbnail.js";
import type { Score } from "../core/score.js";
import type { Settings } from "../core/settings.js";
import { encodePng } from "../formats/png.js";
import type { Comparison } from "../report/comparison/comparison.js";
import { picturedRegressions } from "../report/comparison/regressions.js";
import type { Picture, Pictures } from "../report/html/figure.js";
import { worstRows } from "../report/html/worst.js";
import type { Report } from "../report/report.js";
import type { PairJob } from "./pairJob.js";
import type { Scorer } from "./scorer.js";

/** Pixels that a picture in a report measures at most: two device pixels for each that is seen. */
const EDGE = 400;

/**
 * Draws the errors of the worst pairs of a report.
 *
 * @param jobs the pairs, where they are known: a row does not say which files a prediction of several maps has.
 */
export async function reportPictures(
  report: Report,
  score: Score | undefined,
  scorer: Pick<Scorer, "thumbnail">,
  jobs: readonly PairJob[] = [],
): Promise<Pictures> {
  return draw(score ? worstRows(report, score) : [], report.settings, scorer, jobs);
}

/** Draws the errors of every model and of the baseline on the images that got worst, see {@link reportPictures}. */
export async function comparisonPictures(
  comparison: Comparison,
  score: Score | undefined,
  scorer: Pick<Scorer, "thumbnail">,
  jobs: readonly PairJob[] = [],
): Promise<Pictures> {
  const { models, images } = comparison;
  const [baseline, ...challengers] = models;
  if (!baseline || !score) return new Map();
  const rows = challengers.flatMap((_, i) =>
    picturedRegressions(comparison, score, i + 1).flatMap(({ image }) => [
      images[image].rows[0],
      images[image].rows[i + 1],
    ]),
  );
  return draw([...new Set(rows)], baseline.report.settings, scorer, jobs);
}

/** Those whose files are gone, or are read otherwise than when they were scored, have no picture. */
async function draw(
  rows: readonly Report["rows"][number][],
  settings: Settings,
  scorer: Pick<Scorer, "thumbnail">,
  jobs: readonly PairJob[],
): Promise<Pictures> {
  const byPrediction = new Map(jobs.map((job) => [job.prediction, job]));
  const drawn = await Promise.all(
    rows.map(async ({ name, prediction, truth, readAs }) => {
      const job = byPrediction.get(prediction) ?? { name, prediction, truth };
      const picture = await scorer.thumbnail(job, settings, EDGE);
      return picture?.readAs.prediction === readAs.prediction ? ([prediction, asUri(picture)] as const) : null;
    }),
  );
  return new Map(drawn.filter((entry) => entry !== null));
}

function asUri(thumbnail: Thumbnail): Picture {
  const picture = errorPicture(thumbnail);
  const png = Buffer.from(encodePng({ ...picture, channels: 4 }));
  return { width: picture.width, height: picture.height, uri: `data:image/png;base64,${png.toString("base64")}` };
}
