import { rawWeight } from "../boundary/rawWeight.js";
import { instantiate, type WasmGlobal, type WasmMemory } from "../instantiate.js";
import { pixelsModule } from "./pixelsModule.js";

/** What `assembly/pixels` exports. Places are in bytes from the start of its memory. */
export interface PixelKernel {
  readonly memory: WasmMemory;
  readonly stream: WasmGlobal;
  readonly piece: WasmGlobal;
  readonly counts: WasmGlobal;
  readonly table: WasmGlobal;
  readonly whole: WasmGlobal;
  readonly joint: WasmGlobal;
  readonly cells: WasmGlobal;
  readonly total: WasmGlobal;
  reserve(imageBytes: number, rowBytes: number, images: number): number;
  imageAt(number: number): number;
  inflate(length: number, bytesOfRow: number, rows: number, to: number): number;
  unfilter(bytesOfRow: number, rows: number, distance: number, at: number): number;
  count(at: number, length: number): void;
  map(at: number, length: number, to: number): void;
  note(at: number, length: number): number;
  countJoint(truth: number, samples: number, length: number): void;
  open(window: number, flat: number, keepsWhole: number, keepsEdges: number): void;
  isBinary(at: number, length: number): number;
  weigh(truth: number, samples: number, width: number, height: number): void;
}

export function newPixelKernel(): PixelKernel {
  const weightAtEdge = (hits: number, cells: number) => rawWeight(hits / cells);
  return instantiate<PixelKernel>(pixelsModule, { edges: { weightAtEdge } });
}
