/** A seeded generator of doubles in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal samples by Box and Muller. */
export function normals(random: () => number, count: number): Float64Array {
  const samples = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    samples[i] = radius * Math.cos(angle);
    if (i + 1 < count) samples[i + 1] = radius * Math.sin(angle);
  }
  return samples;
}

/** A smooth field of unit variance: noise on a coarse lattice, interpolated by smoothstep, in three octaves. */
export function smoothField(random: () => number, size: number, cell: number): Float64Array {
  const field = new Float64Array(size * size);
  for (let octave = 0, amplitude = 1; octave < 3; octave++, amplitude *= 0.45) {
    addOctave(field, random, size, Math.max(2, cell / 2 ** octave), amplitude);
  }
  return standardised(field);
}

function addOctave(field: Float64Array, random: () => number, size: number, cell: number, amplitude: number): void {
  const columns = Math.ceil(size / cell) + 2;
  const lattice = normals(random, columns * columns);
  for (let y = 0; y < size; y++) {
    const row = Math.floor(y / cell);
    const v = smoothstep(y / cell - row);
    for (let x = 0; x < size; x++) {
      const column = Math.floor(x / cell);
      const u = smoothstep(x / cell - column);
      const at = row * columns + column;
      const top = lattice[at] + u * (lattice[at + 1] - lattice[at]);
      const bottom = lattice[at + columns] + u * (lattice[at + columns + 1] - lattice[at + columns]);
      field[y * size + x] += amplitude * (top + v * (bottom - top));
    }
  }
}

const smoothstep = (t: number) => t * t * (3 - 2 * t);

function standardised(field: Float64Array): Float64Array {
  const mean = field.reduce((sum, value) => sum + value, 0) / field.length;
  const variance = field.reduce((sum, value) => sum + (value - mean) ** 2, 0) / field.length;
  return field.map((value) => (value - mean) / Math.sqrt(variance));
}
