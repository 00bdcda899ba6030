import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const src = join(__dirname, "../../src");

/** A module that ships: its bytes as text in a source file, so that bundles and tests load all of them alike. */
export interface WasmModule {
  /** Relative to `src`: AssemblyScript. */
  readonly source: string;
  /** The file with its bytes, relative to `src`, and the constant in it. */
  readonly shipped: string;
  readonly constant: string;
}

export const modules: readonly WasmModule[] = [
  { source: "core/assembly/pixels/index.ts", shipped: "core/pixels/pixelsModule.ts", constant: "pixelsModule" },
  {
    source: "core/assembly/distances/index.ts",
    shipped: "core/boundary/distancesModule.ts",
    constant: "distancesModule",
  },
  {
    source: "core/assembly/surfaces/index.ts",
    shipped: "core/boundary/surfacesModule.ts",
    constant: "surfacesModule",
  },
  { source: "core/assembly/nearest.ts", shipped: "core/boundary/nearestModule.ts", constant: "nearestModule" },
  { source: "core/assembly/pack.ts", shipped: "core/boundary/packModule.ts", constant: "packModule" },
  { source: "core/assembly/erode.ts", shipped: "core/boundary/erodeModule.ts", constant: "erodeModule" },
  { source: "core/assembly/resample.ts", shipped: "core/resampleModule.ts", constant: "resampleModule" },
];

export const shippedFile = ({ shipped }: WasmModule): string => join(src, shipped);

/** What {@link shippedFile} should hold. @throws Error with what is wrong with the source. */
export async function assembled({ source, constant }: WasmModule): Promise<string> {
  const bytes = await compile(source);
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,108}/g) ?? [];
  return [
    `/** Assembled from \`${source}\` by \`npm run wasm\`. */`,
    `export const ${constant} =`,
    `${lines.map((line) => `  "${line}"`).join(" +\n")};`,
    "",
  ].join("\n");
}

/** By a process of its own: the compiler is an ES module of some size, which the loader of the tests would rewrite. */
async function compile(source: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "mask-inspector-wasm-"));
  const [compiler, file] = [require.resolve("assemblyscript/bin/asc.js"), join(folder, "module.wasm")];
  const flags = ["-O3", "--converge", "--runtime", "stub", "--enable", "simd", "--noAssert"];
  try {
    await run(process.execPath, [compiler, source, "--baseDir", src, "--outFile", file, ...flags]);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const run = promisify(execFile);
