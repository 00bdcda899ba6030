import { addRepeatedly } from "../repeatedSum.js";
import { rowsInWords } from "../rowsInWords.js";
import { cellsInside, sameWindow } from "./boxSum.js";
import { EdgeWeights, FLAT, wholeWeights } from "./rawWeight.js";

/** Sums by joint index, truth << 8 | value. */
export interface WeighedBytes {
  readonly counts: Uint32Array;
  /** Summed boundary weights, in row order, not scaled. */
  readonly sums: Float64Array;
  /** The factor that brings the weights to mean 1. */
  readonly scale: number;
}

/** Four columns are added at once, a byte each: a window may be no higher than a byte counts. */
export const HIGHEST_WINDOW = 255;

const FOUR = 0x01010101;
/** Pixels of a flat stretch that are looked at together. */
const PIECE = 64;
/** Shorter stretches of flat windows are not worth leaving the loop over the others for. */
const SHORTEST = 24;

/**
 * Counts an 8-bit prediction and sums the boundary weights of its pixels (see `boundaryWeight`), in one pass.
 *
 * Windows that are all background or all foreground are most of most images. They are found four columns at a time; their
 * weight is a constant, and where the prediction is constant as well, so is what it is added to. The sums are, to the bit,
 * those of adding pixel after pixel.
 *
 * @param truth 0 or 1 a pixel.
 * @param kernel at least 1; the smaller of it and the height at most {@link HIGHEST_WINDOW}.
 */
export function weighBytes(
  truth: Uint8Array,
  samples: Uint8Array,
  width: number,
  height: number,
  kernel: number,
): WeighedBytes {
  return new Weighing(truth, samples, width, height, kernel).result();
}

class Weighing {
  private readonly counts = new Uint32Array(512);
  private readonly sums = new Float64Array(512);
  private total = 0;

  /** Truth in rows of whole words. */
  private readonly rows: Uint32Array;
  /** Words a row. */
  private readonly words: number;
  private readonly before: number;
  private readonly after: number;
  /** Foreground in the part of each column that the windows of a row see; `pad` zeros before and after. */
  private readonly columns: Uint8Array;
  private readonly columnWords: Uint32Array;
  private readonly pad: number;
  private readonly inRow: Int32Array;
  private readonly inColumn: Int32Array;
  /** Weight of a window inside the image, by its foreground. */
  private readonly ofWhole: Float64Array;
  private readonly edges: EdgeWeights;

  constructor(
    private readonly truth: Uint8Array,
    private readonly samples: Uint8Array,
    private readonly width: number,
    private readonly height: number,
    kernel: number,
  ) {
    const { before, after } = sameWindow(kernel);
    this.before = before;
    this.after = after;
    this.words = (width + 3) >> 2;
    this.rows = rowsInWords(truth, width, height);
    this.pad = (before + 4) & ~3;
    this.columns = new Uint8Array(this.pad + 4 * this.words + ((after + 4) & ~3));
    this.columnWords = new Uint32Array(this.columns.buffer);
    this.inRow = cellsInside(width, kernel);
    this.inColumn = cellsInside(height, kernel);
    this.edges = EdgeWeights.of(kernel);
    this.ofWhole = kernel <= Math.min(width, height) ? wholeWeights(kernel) : new Float64Array(0);
  }

  result(): WeighedBytes {
    const { height, before, after, counts, sums } = this;
    for (let y = 0; y < Math.min(after, height); y++) this.enter(y);
    for (let y = 0; y < height; y++) {
      if (y + after < height) this.enter(y + after);
      if (y - before - 1 >= 0) this.leave(y - before - 1);
      this.weighRow(y);
    }
    return { counts, sums, scale: this.truth.length / this.total };
  }

  private enter(row: number): void {
    const { rows, words, columnWords } = this;
    const [first, from] = [this.pad >> 2, row * words];
    for (let i = 0; i < words; i++) columnWords[first + i] += rows[from + i];
  }

  private leave(row: number): void {
    const { rows, words, columnWords } = this;
    const [first, from] = [this.pad >> 2, row * words];
    for (let i = 0; i < words; i++) columnWords[first + i] -= rows[from + i];
  }

  /** Divides a row into stretches of flat windows and the rest. */
  private weighRow(y: number): void {
    const { columnWords, words, width, before, after } = this;
    const first = this.pad >> 2;
    const full = this.inColumn[y] * FOUR;
    let done = 0;
    for (let i = 0; i < words; ) {
      const word = columnWords[first + i];
      if (word !== 0 && word !== full) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < words && columnWords[first + end] === word) end++;
      // The columns [4 i, 4 end) are all 0 or all foreground, so the windows inside them are flat.
      const from = i === 0 ? 0 : 4 * i + before;
      const to = end === words ? width : 4 * end - after;
      if (to - from >= SHORTEST) {
        this.weighRest(y, done, from);
        this.weighFlat(y, from, to, word === 0 ? 0 : 1);
        done = to;
      }
      i = end;
    }
    this.weighRest(y, done, width);
  }

  /** The windows of [from, to) are all of one class. Pieces in which the prediction is constant, too, are one addition. */
  private weighFlat(y: number, from: number, to: number, own: number): void {
    const { samples, counts, sums } = this;
    const base = own << 8;
    this.total = addRepeatedly(this.total, FLAT, to - from);
    const end = y * this.width + to;
    for (let start = y * this.width + from; start < end; start += PIECE) {
      const stop = Math.min(start + PIECE, end);
      const value = samples[start];
      let i = start + 1;
      while (i < stop && samples[i] === value) i++;
      if (i === stop) {
        counts[base | value] += stop - start;
        sums[base | value] = addRepeatedly(sums[base | value], FLAT, stop - start);
        continue;
      }
      for (i = start; i < stop; i++) {
        const at = base | samples[i];
        counts[at]++;
        sums[at] += FLAT;
      }
    }
  }

  /** The windows slide over [from, to), pixel by pixel. */
  private weighRest(y: number, from: number, to: number): void {
    if (from >= to) return;
    const { width, before, after, ofWhole } = this;
    let hits = this.hitsBefore(from);
    const isWhole = ofWhole.length > 0 && this.inColumn[y] === before + after + 1;
    const [left, right] = isWhole ? [before, width - after] : [to, to];
    if (from < left) hits = this.slideAtEdge(y, from, Math.min(left, to), hits);
    const [start, end] = [Math.max(from, left), Math.min(right, to)];
    if (start < end) hits = this.slideInside(y, start, end, hits);
    if (Math.max(from, right) < to) this.slideAtEdge(y, Math.max(from, right), to, hits);
  }

  /** Foreground of the window one left of a pixel. */
  private hitsBefore(x: number): number {
    const { columns, pad, before, after } = this;
    let hits = 0;
    for (let i = Math.max(0, pad + x - 1 - before); i < Math.min(columns.length, pad + x + after); i++)
      hits += columns[i];
    return hits;
  }

  private slideInside(y: number, from: number, to: number, hitsBefore: number): number {
    const { truth, samples, counts, sums, columns, ofWhole } = this;
    const ahead = this.pad + this.after;
    const behind = this.pad - this.before - 1;
    let [hits, total] = [hitsBefore, this.total];
    for (let x = from, i = y * this.width + from; x < to; x++, i++) {
      hits += columns[x + ahead] - columns[x + behind];
      const weight = ofWhole[hits];
      const at = (truth[i] << 8) | samples[i];
      counts[at]++;
      sums[at] += weight;
      total += weight;
    }
    this.total = total;
    return hits;
  }

  /** Where windows reach beyond the image. */
  private slideAtEdge(y: number, from: number, to: number, hitsBefore: number): number {
    const { truth, samples, counts, sums, columns, inRow, edges } = this;
    const ahead = this.pad + this.after;
    const behind = this.pad - this.before - 1;
    const rows = this.inColumn[y];
    let hits = hitsBefore;
    for (let x = from, i = y * this.width + from; x < to; x++, i++) {
      hits += columns[x + ahead] - columns[x + behind];
      const cells = rows * inRow[x];
      const weight = hits === 0 || hits === cells ? FLAT : edges.of(hits, cells);
      const at = (truth[i] << 8) | samples[i];
      counts[at]++;
      sums[at] += weight;
      this.total += weight;
    }
    return hits;
  }
}
