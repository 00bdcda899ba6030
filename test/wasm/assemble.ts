import { readFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";

const folder = join(__dirname, "../../src/formats/png");
const source = join(folder, "wavefront.wat");

/** The module that ships: bytes as text in a source file, so that bundles and tests load it alike. */
export const shippedFile = join(folder, "wavefrontModule.ts");

/** What {@link shippedFile} should hold: the assembly of `wavefront.wat`. */
export async function assembled(): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat(source, readFileSync(source), { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  const base64 = Buffer.from(buffer).toString("base64");
  const lines = base64.match(/.{1,108}/g) ?? [];
  return [
    "/** Assembled from `wavefront.wat` by `npm run wasm`. */",
    "export const wavefrontModule = [",
    ...lines.map((line) => `  "${line}",`),
    '].join("");',
    "",
  ].join("\n");
}
