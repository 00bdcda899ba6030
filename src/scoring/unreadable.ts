import { readlinkSync } from "node:fs";
import type { FailedRow } from "../report/row.js";

export type Unreadable = Pick<FailedRow, "reason" | "remedy">;

/** Why the system would not read a file, and what to do; null for an error that is not the system's. */
export function unreadable(file: string, error: unknown): Unreadable | null {
  const code = systemCode(error);
  if (code === undefined) return null;
  const target = code === "ENOENT" ? linkTarget(file) : null;
  if (target !== null) return { reason: `This is a link to ${target}, which is not there.`, remedy: MEND_LINK };
  return (
    known[code] ?? {
      reason: `The system could not read it: ${error instanceof Error ? error.message : code}.`,
      remedy: "See whether other programs can read it, then try again.",
    }
  );
}

/** The same in one line that names the file, which a person named. */
export function whyUnreadable(file: string, error: unknown): string {
  const code = systemCode(error);
  const trouble = unreadable(file, error);
  if (code === "ENOTDIR" || !trouble || trouble === known.ENOENT)
    return `There is no file or folder ${file} that can be read.`;
  return `${file}: ${trouble.reason} ${trouble.remedy}`;
}

/** The code of an error of the system: "ENOENT". */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const MEND_LINK = "Mend the link, or remove it.";

const noPermission: Unreadable = {
  reason: "No permission to read it.",
  remedy: "Give yourself the permission (chmod u+r, of a folder u+rx), or ask its owner.",
};

const known: Readonly<Partial<Record<string, Unreadable>>> = {
  ENOENT: { reason: "The file is gone.", remedy: "Score the folder again." },
  ELOOP: { reason: "This is a link that leads in a circle.", remedy: MEND_LINK },
  EACCES: noPermission,
  EPERM: noPermission,
  EISDIR: { reason: "This is a folder, not a file.", remedy: "Name a mask file." },
  ERR_FS_FILE_TOO_LARGE: {
    reason: "The file is larger than 2 GiB.",
    remedy: "Save it with fewer bits a pixel (uint8), as PNG, or in tiles.",
  },
};

/** Where a link leads; null for what is no link. */
function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
