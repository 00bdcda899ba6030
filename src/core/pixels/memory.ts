import { newPixelKernel, type PixelKernel } from "./kernel.js";

/** Images that are lent at a time: the truth as stored and as read, and the prediction. */
const LENT = 3;
/** Places of images that are copied in or out. */
const WORKING = 2;
/** Bytes of the images whose memory is kept for the next: 4096 x 4096 with its filter bytes, and a little more. */
const LARGEST_KEPT = 17 << 20;

/**
 * The memory that a thread decodes images into, reads them as masks in and weighs them in, where they are: to copy a
 * megabyte takes a tenth of the time to inflate it. It never grows, so that what is lent of it stays: larger images have
 * another one.
 */
export class PixelMemory {
  readonly kernel: PixelKernel;
  /** All of it. */
  readonly bytes: Uint8Array;
  /** Side of the window whose weights are kept in it; null where there are none yet. */
  window: number | null = null;
  private lent = 0;

  private constructor(
    kernel: PixelKernel,
    readonly imageBytes: number,
    readonly rowBytes: number,
  ) {
    this.kernel = kernel;
    this.bytes = new Uint8Array(kernel.memory.buffer);
  }

  /** @returns null where there is not so much memory. */
  static open(imageBytes: number, rowBytes: number): PixelMemory | null {
    const kernel = newPixelKernel();
    const isOpen = kernel.reserve(imageBytes, rowBytes, LENT + WORKING);
    return isOpen ? new PixelMemory(kernel, imageBytes, rowBytes) : null;
  }

  /** Where an array lies in this memory; null where it lies elsewhere. */
  placeOf({ buffer, byteOffset }: Uint8Array): number | null {
    return buffer === this.bytes.buffer ? byteOffset : null;
  }

  /** Where an array lies, once it does: in one of the {@link WORKING} places unless it is here. */
  putAt(working: 0 | 1, array: Uint8Array): number {
    const place = this.placeOf(array);
    if (place !== null) return place;
    this.bytes.set(array, this.workingPlace(working));
    return this.workingPlace(working);
  }

  workingPlace(working: 0 | 1): number {
    return this.kernel.imageAt(LENT + working);
  }

  /** @returns null where all are lent. */
  lend(length: number): Uint8Array | null {
    if (this.lent === LENT || length > this.imageBytes) return null;
    const at = this.kernel.imageAt(this.lent++);
    return this.bytes.subarray(at, at + length);
  }

  takeBack(): void {
    this.lent = 0;
  }
}

let current: PixelMemory | undefined;
let isLending = false;

/**
 * The memory of this thread, with room for images of so many bytes, a filter byte a row included, in rows of so many.
 *
 * @param window where weights are needed: side of the window.
 * @returns null where there is not so much memory.
 */
export function pixelMemory(imageBytes: number, rowBytes: number, window: number | null = null): PixelMemory | null {
  const isOther = window !== null && current?.window != null && current.window !== window;
  if (current && !isOther && imageBytes <= current.imageBytes && rowBytes <= current.rowBytes) return current;
  const opened = PixelMemory.open(room(imageBytes, current?.imageBytes), room(rowBytes, current?.rowBytes));
  if (opened) current = opened;
  return opened;
}

/** Sizes that grow from image to image must not cost a memory each. */
function room(needed: number, had = 0): number {
  if (needed <= had) return had;
  return needed > LARGEST_KEPT ? needed : Math.max(needed, Math.min(2 * had, LARGEST_KEPT));
}

/**
 * Does work whose images are of no use to anybody once it is done: what {@link lentBytes} gives meanwhile is lent, and
 * must neither be kept nor sent elsewhere.
 */
export function lendPixels<Result>(work: () => Result): Result {
  isLending = true;
  try {
    return work();
  } finally {
    isLending = false;
    current?.takeBack();
    forgetLarge();
  }
}

/** Part of the memory, whatever is in it; null where none is lent. */
export function lentBytes(length: number): Uint8Array | null {
  return (isLending && current?.lend(length)) || null;
}

/** Bytes of an image, whatever they are: lent ones, or new ones. */
export function anyBytes(length: number): Uint8Array {
  return lentBytes(length) ?? new Uint8Array(length);
}

/** Where nothing is lent, memory that only large images need is given up. @returns whether it was. */
export function forgetLarge(): boolean {
  if (isLending || !current || current.imageBytes <= LARGEST_KEPT) return false;
  current = undefined;
  return true;
}
