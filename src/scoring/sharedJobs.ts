import type { PairJob } from "./pairJob.js";

/**
 * A list of jobs that threads share: sent to one, nothing of it is copied, and each job is made where and when it is
 * taken. As objects 10,000 of them are 2 MB in every thread (measured).
 */
export interface SharedJobs {
  /** Job after job, UTF-8; of their paths only what follows `common`. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where each of them ends in `bytes`. */
  readonly ends: Uint32Array<SharedArrayBuffer>;
  /** What the paths of a side begin with. */
  readonly common: Pick<PairJob, "prediction" | "truth">;
}

type Entry = [name: string, prediction: string, truth: string, rest: Omit<PairJob, "name" | "prediction" | "truth">];

export function shareable(jobs: readonly PairJob[]): SharedJobs {
  const common = {
    prediction: commonStart(jobs.map(({ prediction }) => prediction)),
    truth: commonStart(jobs.map(({ truth }) => truth)),
  };
  const texts = jobs.map(({ name, prediction, truth, ...rest }) => {
    const entry: Entry = [name, prediction.slice(common.prediction.length), truth.slice(common.truth.length), rest];
    return JSON.stringify(entry);
  });
  const ends = new Uint32Array(new SharedArrayBuffer(jobs.length * Uint32Array.BYTES_PER_ELEMENT));
  let size = 0;
  for (const [i, text] of texts.entries()) ends[i] = size += Buffer.byteLength(text);
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  const buffer = bufferOf(bytes);
  for (const [i, text] of texts.entries()) buffer.write(text, startOf(ends, i));
  return { bytes, ends, common };
}

/** The job at a place below the length of the list. */
export function jobAt({ bytes, ends, common }: SharedJobs, index: number): PairJob {
  const text = bufferOf(bytes).toString("utf8", startOf(ends, index), ends[index]);
  const [name, prediction, truth, rest]: Entry = JSON.parse(text);
  return { name, prediction: common.prediction + prediction, truth: common.truth + truth, ...rest };
}

function startOf(ends: SharedJobs["ends"], index: number): number {
  return index === 0 ? 0 : ends[index - 1];
}

function bufferOf({ buffer, byteOffset, byteLength }: SharedJobs["bytes"]): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function commonStart(texts: readonly string[]): string {
  return texts.reduce((common, text) => {
    let length = 0;
    while (length < common.length && common.charCodeAt(length) === text.charCodeAt(length)) length++;
    return common.slice(0, length);
  }, texts[0] ?? "");
}
