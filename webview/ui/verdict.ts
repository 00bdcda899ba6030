/** How a change is to be taken: no arrows, which would contradict the one that says whether higher or lower is better. */
export const verdictIcons = { better: "check", worse: "close" } as const;
