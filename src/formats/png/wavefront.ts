import { instantiate, type WasmMemory } from "../../core/instantiate.js";
import { wavefrontModule } from "./wavefrontModule.js";

/** Rows that are undone together. */
export const ROWS = 16;
/** Bytes around every row that the kernel reads and overwrites. */
const MARGIN = 48;
/** Where the masks of the filters lie, and where the rows begin: see `wavefront.wat`. */
const MASKS = 0;
const FREE = 1024;
const PAGE = 1 << 16;

interface Kernel {
  readonly memory: WasmMemory;
  unfilter(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    above: number,
    bytes: number,
  ): void;
}

let loaded: Kernel | undefined;

function kernel(): Kernel {
  loaded ??= instantiate<Kernel>(wavefrontModule);
  return loaded;
}

/**
 * Undoes the filters of sixteen rows after sixteen, as many as there are; the filter types have been checked. Samples are one
 * byte apart.
 *
 * @param raw rows of a filter byte and `bytes` filtered bytes.
 * @param out takes the rows without filter bytes.
 * @returns the number of rows done.
 */
export function unfilterSixteens(raw: Uint8Array, bytes: number, out: Uint8Array): number {
  const { memory, unfilter } = kernel();
  const inStride = bytes + 1;
  const outStride = bytes + MARGIN;
  const source = FREE + MARGIN;
  const target = source + ROWS * inStride + MARGIN;
  const end = target + ROWS * outStride;
  if (end > memory.buffer.byteLength) memory.grow(Math.ceil((end - memory.buffer.byteLength) / PAGE));
  const view = new Uint8Array(memory.buffer);
  // The last row of one group lies above the next, and zeros above the first.
  const above = target + (ROWS - 1) * outStride;
  view.fill(0, above, above + bytes);
  const rows = Math.floor(out.length / bytes);
  const whole = rows - (rows % ROWS);
  for (let row = 0; row < whole; row += ROWS) {
    const group = raw.subarray(row * inStride, (row + ROWS) * inStride);
    view.set(group, source - 1);
    for (let type = 1; type <= 4; type++) {
      for (let lane = 0; lane < ROWS; lane++) {
        view[MASKS + (type - 1) * ROWS + lane] = group[lane * inStride] === type ? 255 : 0;
      }
    }
    unfilter(source, inStride, target, outStride, above, bytes);
    for (let lane = 0; lane < ROWS; lane++) {
      const at = target + lane * outStride;
      out.set(view.subarray(at, at + bytes), (row + lane) * bytes);
    }
  }
  return whole;
}
