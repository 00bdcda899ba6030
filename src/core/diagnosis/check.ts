import type { RegionKindId } from "../regions/kinds.js";
import type { Edit } from "../whatIf/edits.js";
import type { Subject } from "./subject.js";

/** `error`: the scores say nothing of the model; `warning`: what costs most; `info`: good to know. */
export type Severity = "error" | "warning" | "info";

export type Numbers = Readonly<Record<string, number>>;

/** What a check noticed, as plain data. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** The evidence in words. */
  readonly sentence: string;
  readonly evidence: Numbers;
  /** Edits of the prediction that would mend it: proof, not cure. */
  readonly edits: readonly Edit[];
  /** A threshold that would mend it. */
  readonly threshold?: number;
  /** The kinds of region that it is about. */
  readonly kinds: readonly RegionKindId[];
  /** Of instance maps: the object that it is about, or the largest of several. */
  readonly object?: FoundObject;
}

export interface FoundObject {
  readonly side: "truth" | "prediction";
  /** Its id in the file. */
  readonly id: number;
}

/** One thing that a good colleague would notice. */
export interface Check {
  readonly id: string;
  /** When it is found, what else is wrong follows from it, and is not worth saying. */
  readonly explainsAll: boolean;
  look(subject: Subject): Finding | null;
}

interface Definition<Evidence extends Numbers> {
  readonly id: string;
  readonly explainsAll?: boolean;
  readonly severity: Severity | ((evidence: Evidence) => Severity);
  readonly title: string | ((evidence: Evidence) => string);
  /** The numbers that prove it; null where it is not so. */
  readonly look: (subject: Subject) => Evidence | null;
  readonly sentence: (evidence: Evidence) => string;
  readonly edits?: (evidence: Evidence) => readonly Edit[];
  readonly threshold?: (evidence: Evidence) => number;
  readonly kinds?: readonly RegionKindId[];
}

/** Wraps a check: its evidence is typed inside, and plain numbers outside. */
export function defineCheck<Evidence extends Numbers>(definition: Definition<Evidence>): Check {
  const { id, explainsAll = false, severity, title, look, sentence, edits, threshold, kinds = [] } = definition;
  return {
    id,
    explainsAll,
    look(subject) {
      const evidence = look(subject);
      if (!evidence) return null;
      return {
        id,
        title: typeof title === "string" ? title : title(evidence),
        severity: typeof severity === "string" ? severity : severity(evidence),
        sentence: sentence(evidence),
        evidence,
        edits: edits?.(evidence) ?? [],
        ...(threshold && { threshold: threshold(evidence) }),
        kinds,
      };
    },
  };
}
