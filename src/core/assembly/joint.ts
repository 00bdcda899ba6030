// Counts pixels by the class of the truth and the sample, without weights.

/** Where the caller finds how many there are of each truth << 8 | sample. */
export const joint: usize = memory.data(768 << 2, 16);
/** Another table, used in turn: where samples repeat, each increment would wait for the one before. */
const other: usize = memory.data(768 << 2, 16);

/** @param truth a class a pixel, at most 2. */
export function countJoint(truth: usize, samples: usize, length: usize): void {
  memory.fill(joint, 0, 768 << 2);
  memory.fill(other, 0, 768 << 2);
  let i: usize = 0;
  for (; i + 4 <= length; i += 4) {
    const classes = load<u32>(truth + i);
    const values = load<u32>(samples + i);
    increment(joint, ((classes & 255) << 8) | (values & 255));
    increment(other, (classes & 0xff00) | ((values >> 8) & 255));
    increment(joint, ((classes >> 8) & 0xff00) | ((values >> 16) & 255));
    increment(other, ((classes >> 16) & 0xff00) | (values >> 24));
  }
  for (; i < length; i++) increment(joint, ((<u32>load<u8>(truth + i)) << 8) | load<u8>(samples + i));
  for (let at: usize = 0; at < 768 << 2; at += 16) {
    v128.store(joint + at, i32x4.add(v128.load(joint + at), v128.load(other + at)));
  }
}

function increment(table: usize, place: u32): void {
  const at = table + ((<usize>place) << 2);
  store<u32>(at, load<u32>(at) + 1);
}
