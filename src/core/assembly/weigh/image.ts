/** Where the classes of the truth and the samples lie; sixteen bytes beyond the end of each may be looked at. */
export let truth: usize = 0;
export let samples: usize = 0;
export let width: i32 = 0;
export let height: i32 = 0;

export function openImages(truthAt: usize, samplesAt: usize, imageWidth: i32, imageHeight: i32): void {
  truth = truthAt;
  samples = samplesAt;
  width = imageWidth;
  height = imageHeight;
}

/** Whether all pixels of a truth are background or foreground: 0 or 1. */
export function isBinary(from: usize, length: usize): bool {
  const end = from + length;
  let bits = i8x16.splat(0);
  let at = from;
  for (; at + 16 <= end; at += 16) bits = v128.or(bits, v128.load(at));
  for (; at < end; at++) bits = v128.or(bits, v128.load8_splat(at));
  return !v128.any_true(v128.and(bits, i8x16.splat(~1)));
}
