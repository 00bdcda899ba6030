import assert from "node:assert/strict";
import fc from "fast-check";
import type { Edit } from "../../../../src/core/whatIf/edits.js";
import { readEdits } from "../../../../src/core/whatIf/readEdits.js";

const threshold = fc.double({ min: 0, max: 1, noNaN: true });
const whole = fc.integer({ min: -99, max: 99 });
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constantFrom("erode", "dilate") }),
  fc.record({ do: fc.constant("shift"), dx: whole, dy: whole }),
  fc.record({ do: fc.constantFrom("fillHoles") }),
  fc.record({ do: fc.constantFrom("dropSpecks") }),
  fc.record({ do: fc.constantFrom("invert") }),
  fc.record({ do: fc.constantFrom("stretch") }),
  fc.record({ do: fc.constant("binarise"), threshold }),
  fc.record({ do: fc.constant("flip"), as: fc.constantFrom("horizontal", "vertical", "both", "transpose") }),
  fc.record({ do: fc.constant("correct"), first: fc.nat(), threshold }),
);

describe("edits that were kept", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.array(anyEdit), (edits) => {
        assert.deepEqual(readEdits(JSON.parse(JSON.stringify(edits.map((edit) => ({ ...edit }))))), plain(edits));
      }),
    );
  });

  it("are left out where they are none", () => {
    const wrong = [
      null,
      "erode",
      { do: "melt" },
      { do: "shift", dx: 0.5, dy: 1 },
      { do: "flip", as: "sideways" },
      { do: "binarise", threshold: 2 },
      { do: "correct", first: -1, threshold: 0.5 },
    ];
    assert.deepEqual(readEdits([...wrong, { do: "erode" }]), [{ do: "erode" }]);
    for (const kept of [undefined, null, 7, { do: "erode" }]) assert.deepEqual(readEdits(kept), []);
  });
});

/** What JSON keeps of numbers: no −0. */
function plain(edits: readonly Edit[]): unknown {
  return JSON.parse(JSON.stringify(edits));
}
