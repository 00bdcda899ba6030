// node inflate.mjs THREADS FOLDER…: reads PNG files and inflates their pixels, on so many threads, and does nothing else:
// what no program that reads them with zlib can undercut.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { inflateSync } from "node:zlib";

if (isMainThread) {
  const [threads, ...folders] = process.argv.slice(2);
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const count = Number(threads);
  for (let i = 0; i < count; i++) {
    new Worker(fileURLToPath(import.meta.url), { workerData: files.filter((_, at) => at % count === i) });
  }
} else {
  for (const file of workerData) inflate(readFileSync(file));
}

function inflate(bytes) {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    }
  }
  const expected = (width + 1) * height;
  inflateSync(parts.length === 1 ? parts[0] : Buffer.concat(parts), { chunkSize: expected + 1 });
}
