import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { findPartner, type Known } from "../../../../src/extension/partner/partner.js";
import { folderTree } from "../fixtures.js";

const files = ["images/a.png", "gt/a.png", "gt/b.png", "pred/a.png", "pred/b.png", "pred/odd.png"];
const nothing: Known = { jobs: [], memory: { choices: () => [] } };

describe("findPartner", () => {
  const { root, remove } = folderTree(files);
  after(remove);
  const options = { root, truthNames: [], imageNames: ["images"], decide: true };
  const find = async (file: string, known = nothing, more: Partial<typeof options> = {}) => {
    const partner = await findPartner(join(root, file), known, { ...options, ...more });
    if (!partner.found) return { ...partner, folder: relative(root, partner.folder) };
    return [partner.job.prediction, partner.job.truth].map((path) => relative(root, path));
  };

  it("takes the one folder that stands out", async () => {
    assert.deepEqual(await find("pred/a.png"), ["pred/a.png", "gt/a.png"]);
  });

  it("looks a file of a truth folder up as ground truth", async () => {
    assert.deepEqual(await find("gt/b.png"), ["pred/b.png", "gt/b.png"]);
  });

  it("takes the current run first", async () => {
    const job = { name: "a", prediction: join(root, "pred/a.png"), truth: join(root, "elsewhere.png") };
    assert.deepEqual(await find("pred/a.png", { ...nothing, jobs: [job] }), ["pred/a.png", "elsewhere.png"]);
  });

  it("then what was chosen before, unless it is gone", async () => {
    const choices = [
      { predictions: join(root, "pred"), truth: join(root, "gone") },
      { predictions: join(root, "pred"), truth: join(root, "images") },
    ];
    const known: Known = { jobs: [], memory: { choices: () => choices } };
    assert.deepEqual(await find("pred/a.png", known), ["pred/a.png", "images/a.png"]);
  });

  it("leaves the choice open for a file that does not pair, and when asked to", async () => {
    for (const partner of [await find("pred/odd.png"), await find("pred/a.png", nothing, { decide: false })]) {
      assert.ok(!Array.isArray(partner));
      assert.deepEqual([partner.role, partner.folder, partner.isPhotograph], ["prediction", "pred", false]);
      assert.equal(relative(root, partner.candidates[0]?.folder ?? ""), "gt");
    }
  });

  it("takes no photograph for a mask unasked", async () => {
    const partner = await find("images/a.png");
    assert.ok(!Array.isArray(partner) && partner.isPhotograph);
  });
});
