/** What a connected region of error does to the objects of a pair. */
export interface RegionKind {
  readonly id: string;
  readonly title: string;
  readonly side: "fp" | "fn";
  /** The definition, as the screen and the documentation print it. */
  readonly definition: string;
}

/**
 * The kinds of region, in the order of their codes. A region takes the first that fits: an object missed or invented as
 * a whole, then a hole, then a break or a bridge, then a part that sticks out, and else the boundary alone is shifted.
 */
export const regionKinds = [
  {
    id: "missed",
    title: "Missed object",
    side: "fn",
    definition: "A true object of which nothing is predicted.",
  },
  {
    id: "hole",
    title: "Hole",
    side: "fn",
    definition:
      "Missed pixels closed in by predicted foreground: no edge touches background or the border of the image.",
  },
  {
    id: "break",
    title: "Break",
    side: "fn",
    definition: "Missed pixels of one true object that touch two or more predicted pieces of it.",
  },
  {
    id: "part",
    title: "Missed part",
    side: "fn",
    definition:
      "Missed pixels that have less than an eighth of their edges in common with what is predicted: a part of the object, such as a branch.",
  },
  {
    id: "short",
    title: "Shift inwards",
    side: "fn",
    definition: "Other missed pixels: the boundary is shifted inwards.",
  },
  {
    id: "false",
    title: "False object",
    side: "fp",
    definition: "A predicted object that touches no true pixel.",
  },
  {
    id: "filled",
    title: "Filled hole",
    side: "fp",
    definition: "Invented pixels closed in by true foreground: no edge touches background or the border of the image.",
  },
  {
    id: "bridge",
    title: "Bridge",
    side: "fp",
    definition: "Invented pixels of one predicted object that touch two or more true objects.",
  },
  {
    id: "spur",
    title: "False part",
    side: "fp",
    definition:
      "Invented pixels that have less than an eighth of their edges in common with the true object: a part that it does not have, such as a branch.",
  },
  {
    id: "over",
    title: "Shift outwards",
    side: "fp",
    definition: "Other invented pixels: the boundary is shifted outwards.",
  },
] as const satisfies readonly RegionKind[];

export type RegionKindId = (typeof regionKinds)[number]["id"];

const codes = Object.fromEntries(regionKinds.map(({ id }, code) => [id, code]));

/** Place of a kind among {@link regionKinds}: how lists of regions store it. */
export function codeOf(id: RegionKindId): number {
  return codes[id];
}
