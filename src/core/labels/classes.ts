/** A class of a label map. */
export interface LabelClass {
  /** Stored value of its pixels. */
  readonly id: number;
  readonly name?: string;
  /** Colour of its pixels in colour-coded files. */
  readonly color?: readonly [red: number, green: number, blue: number];
}

/** What people call the class: its name, else its id. */
export const classTitle = ({ id, name }: LabelClass): string => name ?? String(id);
