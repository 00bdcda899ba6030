/** Beside the plain tally, a part of the evidence: what takes a pass over the pixels of its own. */
export type EvidencePart = "weighted" | "surfaces" | "contours" | "bands" | "distances" | "objects";
