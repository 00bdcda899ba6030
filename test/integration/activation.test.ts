import assert from "node:assert/strict";
import * as vscode from "vscode";

const ID = "mask-inspector.mask-inspector";

describe("activation", () => {
  it("finds the extension", () => {
    assert.ok(vscode.extensions.getExtension(ID), `${ID} is not installed`);
  });

  it("activates", async () => {
    const extension = vscode.extensions.getExtension(ID);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it("registers every command that it declares", async () => {
    const manifest: { contributes?: { commands?: { command: string }[] } } =
      vscode.extensions.getExtension(ID)?.packageJSON ?? {};
    const declared = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    assert.notEqual(declared.length, 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
