import type { PairJob } from "../../scoring/pairJob.js";
import { candidateOptionsFor } from "../settings/configuration.js";
import { SourceImages } from "./sourceImage.js";

/** Source images by workspace folder. What was listed is remembered until {@link forget}. */
export class ImageFinder {
  private readonly byRoot = new Map<string, SourceImages>();

  find(job: PairJob): Promise<string | undefined> {
    const { root, imageNames } = candidateOptionsFor(job.truth);
    const key = [root ?? "", ...imageNames].join("\n");
    const known = this.byRoot.get(key) ?? new SourceImages(root, imageNames);
    this.byRoot.set(key, known);
    return known.find(job);
  }

  /** Looks at the folders again from now on. */
  forget(): void {
    this.byRoot.clear();
  }
}
