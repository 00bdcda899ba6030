/** Where the caller puts the classes of the truth and the samples, and how many there are. */
export let truth: usize = 0;
export let samples: usize = 0;
export let width: i32 = 0;
export let height: i32 = 0;

/** Bytes beyond the end of each that are looked at. */
const MARGIN: usize = 16;

/** @returns the first byte behind both images. */
export function placeImages(imageWidth: i32, imageHeight: i32, at: usize): usize {
  width = imageWidth;
  height = imageHeight;
  const size = <usize>width * <usize>height + MARGIN;
  truth = at;
  samples = at + size;
  return samples + size;
}

/** Whether all pixels of the truth are background or foreground: 0 or 1. */
export function isBinary(): bool {
  const end = truth + <usize>width * <usize>height;
  let bits = i8x16.splat(0);
  let at = truth;
  for (; at + 16 <= end; at += 16) bits = v128.or(bits, v128.load(at));
  for (; at < end; at++) bits = v128.or(bits, v128.load8_splat(at));
  return !v128.any_true(v128.and(bits, i8x16.splat(~1)));
}
