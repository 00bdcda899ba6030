import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defaultSettings } from "../../../src/core/settings.js";
import { settingsFrom } from "../../../src/extension/settings/settings.js";
import { actionIds } from "../../../src/protocol/actions.js";
import { freshManifest, IN_INSPECTOR } from "./freshManifest.js";

const root = resolve(__dirname, "../../..");
const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
const { commands, menus, keybindings, configuration, views } = manifest.contributes;
const properties: Record<
  string,
  { default?: unknown; enum?: string[]; enumItemLabels?: string[]; enumDescriptions?: string[] }
> = configuration.properties;
const declared = new Set<string>(commands.map(({ command }: { command: string }) => command));

describe("the manifest", () => {
  it("offers the scores of the catalogue and every preset", () => {
    const fresh = JSON.parse(freshManifest()).contributes.configuration.properties;
    for (const name of ["maskInspector.rankBy", "maskInspector.preset"]) {
      assert.deepEqual(properties[name], fresh[name], `${name} is out of date: run \`npm run docs\``);
    }
  });

  it("describes every choice", () => {
    for (const [name, { enum: choices, enumDescriptions, enumItemLabels }] of Object.entries(properties)) {
      if (choices) assert.equal((enumDescriptions ?? enumItemLabels)?.length, choices.length, name);
    }
  });

  it("has the defaults of the core", () => {
    assert.deepEqual(
      settingsFrom((name) => properties[`maskInspector.${name}`]?.default),
      defaultSettings,
    );
  });

  it("puts only declared commands into menus and key bindings, each with a condition", () => {
    const entries: Array<{ command: string; when?: string }> = [
      ...Object.values(menus).flat(),
      ...keybindings,
    ] as never;
    for (const { command, when } of entries) {
      assert.ok(declared.has(command), command);
      assert.notEqual(when, undefined, command);
    }
  });

  it("declares the commands that the sources register, and no others", () => {
    const files = [
      "commands.ts",
      "runs/commands.ts",
      "compare/commands.ts",
      "follow/commands.ts",
      "table/tablePanel.ts",
    ];
    const source = files.map((file) => readFileSync(resolve(root, "src/extension", file), "utf8")).join("\n");
    const names = [
      ...Array.from(source.matchAll(/register(?:\(|Command\(app\.log,)\s*"(\w+)"/g), ([, name]) => name),
      ...actionIds,
    ];
    assert.deepEqual(names.map((name) => `maskInspector.${name}`).sort(), [...declared].sort());
  });

  it("has the commands and bindings of the table of actions", () => {
    const fresh = JSON.parse(freshManifest()).contributes;
    assert.deepEqual(commands, fresh.commands, "run `npm run docs`");
    assert.deepEqual(keybindings, fresh.keybindings, "run `npm run docs`");
    assert.deepEqual(menus.commandPalette, fresh.menus.commandPalette, "run `npm run docs`");
  });

  it("binds keys in the inspector only", () => {
    for (const { when } of keybindings) assert.equal(when, IN_INSPECTOR);
  });

  it("names pictures that are there", () => {
    const [container] = manifest.contributes.viewsContainers.activitybar;
    for (const file of [manifest.icon, container.icon]) assert.ok(existsSync(resolve(root, file)), file);
    for (const { icon } of views.maskInspector) assert.ok(existsSync(resolve(root, icon)), icon);
  });
});
