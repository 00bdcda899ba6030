/** Arrays of one length that nobody uses, and that length. */
let spare: Uint8Array[] = [];
let spareLength = 0;
/** Truth and prediction, each as stored and as read. */
const MOST = 4;
/** Longer arrays would hold memory that nobody may need again. */
const LONGEST = 1 << 24;

/**
 * An array of so many bytes, whatever they are: one that was given back, or a new one, whose pages the system hands out
 * one by one as they are written: 0.35 ms a megabyte (measured), as much as to undo the filters of a PNG.
 */
export function anyBytes(length: number): Uint8Array {
  return (length === spareLength ? spare.pop() : undefined) ?? new Uint8Array(length);
}

/** Gives arrays back that nothing refers to any more. Images of a folder mostly have one size: only that is kept. */
export function recycle(...arrays: readonly unknown[]): void {
  for (const array of new Set(arrays)) {
    if (!(array instanceof Uint8Array) || array.byteLength !== array.buffer.byteLength) continue;
    if (array.length > LONGEST) continue;
    if (array.length !== spareLength) spare = [];
    spareLength = array.length;
    if (spare.length < MOST && !spare.includes(array)) spare.push(array);
  }
}
