import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleFolder } from "./paths.js";

/** The sample's folders, relative to its root. */
export const SAMPLE = { truth: "gt", images: "images", predictions: "pred/unet-v1", better: "pred/unet-v2" } as const;

/** Present in the inspector panel and nowhere else: how the rig finds its frame. */
export const INSPECTOR = 'body[data-layout="panel"] [data-testid="stage-canvas"]';

/** The same for the overlay in the side bar. */
export const OVERLAY = 'body[data-layout="side"] [data-testid="stage-canvas"]';

/** Present on the page that compares models. */
export const COMPARISON = 'body[data-layout="compare"] [data-testid="leaderboard"]';

/** Present on the page of a followed folder. */
export const FOLLOWED = 'body[data-layout="follow"] [data-testid="followed"]';

/**
 * Copies the sample to a new temporary folder, so that a workspace opened on it cannot change the repository.
 *
 * @returns the copy's path, and a function that removes it.
 */
export async function copySample(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), "mask-inspector-sample-"));
  const folder = join(parent, "sample");
  await cp(sampleFolder, folder, { recursive: true });
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
