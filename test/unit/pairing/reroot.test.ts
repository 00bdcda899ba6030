import assert from "node:assert/strict";
import fc from "fast-check";
import { commonFolder, rerooted, rerootings, slashed } from "../../../src/pairing/reroot.js";

describe("paths of another machine", () => {
  it("correspond by the segments at their end, those that share most first", () => {
    const present = [
      "/work/gt/a.png",
      "/work/runs/pred/unet/a.png",
      "/work/pred/unet/a.png.bak",
      "/work/other/unet/a.png",
    ];
    assert.deepEqual(rerootings("/home/u/exp/pred/unet/a.png", present), [
      { from: "/home/u/exp", to: "/work/runs" },
      { from: "/home/u/exp/pred", to: "/work/other" },
      { from: "/home/u/exp/pred/unet", to: "/work/gt" },
    ]);
    assert.deepEqual(rerootings("pred/a.png", ["/work/pred/a.png"]), [{ from: "", to: "/work" }]);
    assert.deepEqual(rerootings("/a/b.png", ["/a/c.png"]), []);
  });

  it("move with their folder, and stay where they are outside it", () => {
    const rerooting = { from: "/home/u", to: "/work" };
    assert.equal(rerooted("/home/u/pred/a.png", rerooting), "/work/pred/a.png");
    assert.equal(rerooted("/home/user2/a.png", rerooting), "/home/user2/a.png");
    assert.equal(rerooted("pred/a.png", { from: "", to: "/work" }), "/work/pred/a.png");
    assert.equal(rerooted("/pred/a.png", { from: "", to: "/work" }), "/work/pred/a.png");
  });

  it("lead to the file that was found, for any two paths", () => {
    const path = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(path, path, fc.boolean(), (old, now, isAbsolute) => {
        const stored = (isAbsolute ? "/" : "") + old.join("/");
        const present = `/${now.join("/")}`;
        for (const rerooting of rerootings(stored, [present])) assert.equal(rerooted(stored, rerooting), present);
      }),
    );
  });

  it("have forward slashes", () => {
    assert.equal(slashed("C:\\exp\\pred\\a.png"), "C:/exp/pred/a.png");
  });
});

describe("commonFolder", () => {
  it("is the deepest folder of all files", () => {
    assert.equal(commonFolder(["/p/unet/x/a.png", "/p/unet/y/b.png"]), "/p/unet");
    assert.equal(commonFolder(["/p/unet/a.png"]), "/p/unet");
    assert.equal(commonFolder(["/p/un/a.png", "/p/unet/a.png"]), "/p");
    assert.equal(commonFolder(["/p/a/b/c.png", "/p/a/b.png"]), "/p/a");
    assert.equal(commonFolder(["/p/a", "/q/a"]), "");
    assert.equal(commonFolder([]), "");
  });
});
