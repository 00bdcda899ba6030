import { errorPicture } from "../core/maps/errorPicture.js";
import type { Thumbnail } from "../core/maps/thumbnail.js";
import type { Score } from "../core/score.js";
import { encodePng } from "../formats/png.js";
import { type Picture, worstRows } from "../report/html/worst.js";
import type { Report } from "../report/report.js";
import type { PairJob } from "./pairJob.js";
import type { Scorer } from "./scorer.js";

/** Pixels that a picture in a report measures at most: two device pixels for each that is seen. */
const EDGE = 400;

/**
 * Draws the errors of the worst pairs of a report. Those whose files are gone, or are read otherwise than when they were
 * scored, have no picture.
 *
 * @param jobs the pairs, where they are known: a row does not say which files a prediction of several maps has.
 */
export async function reportPictures(
  report: Report,
  score: Score | undefined,
  scorer: Pick<Scorer, "thumbnail">,
  jobs: readonly PairJob[] = [],
): Promise<ReadonlyMap<string, Picture>> {
  const rows = score ? worstRows(report, score) : [];
  const byPrediction = new Map(jobs.map((job) => [job.prediction, job]));
  const drawn = await Promise.all(
    rows.map(async ({ name, prediction, truth, readAs }) => {
      const job = byPrediction.get(prediction) ?? { name, prediction, truth };
      const picture = await scorer.thumbnail(job, report.settings, EDGE);
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
