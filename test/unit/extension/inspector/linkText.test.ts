import assert from "node:assert/strict";
import fc from "fast-check";
import { fromQuery, toQuery } from "../../../../src/extension/inspector/linkText.js";

const start = { prediction: "pred/unet v1/a.png", truth: "gt/a.png" };

describe("the text of a link", () => {
  it("is readable where it can be", () => {
    const view = { layer: "loss", threshold: 0.42, camera: { x: 1, y: 2, zoom: 3 } };
    assert.equal(
      toQuery({ prediction: "pred/a.png", truth: "gt/a.png", view }),
      "prediction=pred/a.png&truth=gt/a.png&layer=loss&threshold=0.42&camera=%257B%2522x%2522%253A1,%2522y%2522%253A2,%2522zoom%2522%253A3%257D",
    );
  });

  it("comes back as it was, whatever files are called, after VS Code decoded it once", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }),
        fc.string({ minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.string()),
        (prediction, truth, threshold, expanded) => {
          const linked = { prediction, truth, view: { layer: "errors", threshold, expanded } };
          const once = toQuery(linked)
            .split("&")
            .map((part) => decodeURIComponent(part))
            .join("&");
          assert.deepEqual(fromQuery(once), JSON.parse(JSON.stringify(linked)));
        },
      ),
    );
  });

  it("is nothing where it names no pair, and does what it can with a torn one", () => {
    assert.equal(fromQuery(""), null);
    assert.equal(fromQuery("prediction=a.png"), null);
    const torn = fromQuery(`prediction=a%zz.png&truth=${start.truth}&camera={"x":1,`);
    assert.deepEqual(torn, { prediction: "a%zz.png", truth: start.truth, view: { camera: '{"x":1,' } });
  });
});
