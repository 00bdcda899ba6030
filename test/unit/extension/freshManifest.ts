import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { catalogue } from "../../../src/core/catalogue.js";
import { conventions, isLibrary, type PresetName, presetNames } from "../../../src/core/conventions/index.js";
import { actionIds, specOf } from "../../../src/protocol/actions.js";

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

/** Where the actions of the inspector make sense. */
export const IN_INSPECTOR = "activeWebviewPanelId == 'maskInspector.inspector'";

/** Commands and bindings of the table of actions, behind those that are written by hand. */
function writeActions(contributes: {
  commands: { command: string }[];
  keybindings: unknown[];
  menus: { commandPalette: { command: string; when: string }[] };
}): void {
  const ids = new Set(actionIds.map((id) => `maskInspector.${id}`));
  const others = <Entry extends { command: string }>(entries: Entry[]) =>
    entries.filter(({ command }) => !ids.has(command));
  const specs = actionIds.map((id) => ({ command: `maskInspector.${id}`, ...specOf(id) }));
  contributes.commands = [
    ...others(contributes.commands),
    ...specs.map(({ command, title }) => ({ command, title, category: "Mask Inspector", enablement: IN_INSPECTOR })),
  ];
  contributes.keybindings = specs.flatMap(({ command, binding }) =>
    binding ? [{ command, key: binding, when: IN_INSPECTOR }] : [],
  );
  contributes.menus.commandPalette = [
    ...others(contributes.menus.commandPalette),
    ...specs.filter(({ bindingOnly }) => bindingOnly).map(({ command }) => ({ command, when: "false" })),
  ];
}

/** package.json with the commands of the inspector's actions made anew from their table, and the choices of its settings made anew from the catalogue and the presets. */
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
  writeActions(manifest.contributes);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
