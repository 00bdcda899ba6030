import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { catalogue } from "../../../src/core/catalogue.js";
import { conventions, isLibrary, type PresetName, presetNames } from "../../../src/core/conventions/index.js";

export const manifestFile = resolve(__dirname, "../../../package.json");

/** What the presets that are no library's say of themselves. */
const own: Readonly<Record<Exclude<PresetName, keyof typeof conventions>, string>> = {
  default: "The definitions of the README: the form of each loss that most libraries share.",
  seed: "Focal loss summed over pixels with gamma 0.75, alpha 0.25 and probabilities clipped to [0.001, 0.999]; the rest as in default.",
};

function describe(preset: PresetName): string {
  if (!isLibrary(preset)) return own[preset];
  return `As ${conventions[preset].library} returns the scores that it has; the others are left out.`;
}

/** package.json with the choices of its settings made anew from the catalogue and the presets. */
export function freshManifest(): string {
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const { properties } = manifest.contributes.configuration;
  Object.assign(properties["maskInspector.preset"], {
    enum: presetNames,
    enumDescriptions: presetNames.map(describe),
  });
  Object.assign(properties["maskInspector.rankBy"], {
    enum: catalogue.map(({ id }) => id),
    enumItemLabels: catalogue.map(({ title }) => title),
  });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
