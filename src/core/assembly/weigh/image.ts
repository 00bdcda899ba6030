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
