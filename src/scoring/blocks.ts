import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Bytes before a block that say how long it is. */
const LENGTH = 4;
/** Speed before size: numbers pack little better at the highest level. */
const LEVEL = 1;

/**
 * Writes a file of values one after another, each packed by itself: typed arrays stay what they are, gzip adds a checksum,
 * and whoever reads need not hold the whole. The file appears under its name only when it is whole.
 */
export class BlockWriter {
  private readonly handle: Promise<FileHandle>;
  /** What was appended and is not written yet. */
  private tail: Promise<unknown>;
  private readonly part: string;

  constructor(private readonly file: string) {
    this.part = `${file}.part`;
    this.handle = open(this.part, "w");
    this.tail = this.handle;
    // Told to whoever finishes.
    this.tail.catch(() => undefined);
  }

  /** Values are written in the order given; the promise of {@link finish} says whether that worked. */
  append(value: unknown): void {
    const packed = pack(serialize(value), { level: LEVEL });
    this.tail = this.tail.then(async () => {
      const bytes = await packed;
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32LE(bytes.length);
      await (await this.handle).writev([length, bytes]);
    });
    this.tail.catch(() => undefined);
  }

  async finish(): Promise<void> {
    try {
      await this.tail;
      await (await this.handle).close();
      await rename(this.part, this.file);
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.tail.catch(() => undefined);
    await this.handle.then((handle) => handle.close()).catch(() => undefined);
    await rm(this.part, { force: true });
  }
}

/** The values of a file that a {@link BlockWriter} wrote. @throws Error where the file is not whole. */
export async function* readBlocks(file: string): AsyncGenerator<unknown> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    for (let at = 0; at < size; ) {
      const length = (await readExactly(handle, at, LENGTH)).readUInt32LE();
      const bytes = await readExactly(handle, at + LENGTH, Math.min(length, size - at));
      yield deserialize(await unpack(bytes));
      at += LENGTH + length;
    }
  } finally {
    await handle.close();
  }
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error("The file ends in the middle of a value.");
  return buffer;
}
