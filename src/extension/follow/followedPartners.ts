import { join } from "node:path";
import { epochsOf } from "../../scoring/follow/epochs.js";
import { listMasks } from "../../scoring/listMasks.js";
import { isWithin } from "../partner/subfolders.js";
import { type Candidate, type CandidateOptions, partnerFolders } from "../partner/truthCandidates.js";

/**
 * Folders whose files pair with those of a folder that is followed, best first. Where it has epochs, those of the latest
 * count, and the others, whose masks have the same names, are no partners.
 */
export async function followedPartners(folder: string, options: CandidateOptions): Promise<Candidate[]> {
  const latest = epochsOf(await listMasks(folder)).at(-1)?.folder ?? "";
  const found = await partnerFolders(join(folder, latest), options);
  return found.filter((candidate) => !isWithin(folder, candidate.folder));
}
