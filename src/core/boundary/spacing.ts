/** Size of a pixel, in the unit that distances are wanted in. */
export type Spacing = readonly [x: number, y: number];

export const UNIT_SPACING: Spacing = [1, 1];
