import assert from "node:assert/strict";
import fc from "fast-check";
import { ordered, passing } from "../../../../webview/table/arrange.js";

const column = (...values: number[]) => Float64Array.from(values);
const rows = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

describe("passing", () => {
  const values = column(0.1, 0.5, Number.NaN, 0.9);

  it("keeps what lies between both limits, which are included", () => {
    assert.deepEqual([...passing(4, [{ values, minimum: 0.1, maximum: 0.5 }], null)], [0, 1]);
    assert.deepEqual([...passing(4, [{ values, minimum: null, maximum: 0.5 }], null)], [0, 1]);
    assert.deepEqual([...passing(4, [{ values, minimum: 0.2, maximum: null }], null)], [1, 3]);
  });

  it("needs every filter to be passed, and the test", () => {
    const other = column(1, 2, 3, 4);
    const filters = [
      { values, minimum: 0.5, maximum: null },
      { values: other, minimum: null, maximum: 2 },
    ];
    assert.deepEqual([...passing(4, filters, null)], [1]);
    assert.deepEqual([...passing(4, [], (row) => row > 1)], [2, 3]);
  });
});

describe("ordered", () => {
  it("puts undefined values last in either direction, in the order of the next key", () => {
    const first = column(2, Number.NaN, 1, Number.NaN);
    const second = column(0, 1, 0, 0);
    const by = (descending: boolean) => [
      ...ordered(rows(4), [
        { values: first, descending },
        { values: second, descending: false },
      ]),
    ];
    assert.deepEqual(by(false), [2, 0, 3, 1]);
    assert.deepEqual(by(true), [0, 2, 3, 1]);
  });

  it("tells equal rows apart by later keys, then keeps the order of the data", () => {
    const first = column(1, 1, 0, 1);
    const second = column(5, 7, 0, 7);
    assert.deepEqual(
      [
        ...ordered(rows(4), [
          { values: first, descending: true },
          { values: second, descending: true },
        ]),
      ],
      [1, 3, 0, 2],
    );
    assert.deepEqual([...ordered(rows(4), [{ values: first, descending: true }])], [0, 1, 3, 2]);
    assert.deepEqual([...ordered(rows(3), [])], [0, 1, 2]);
  });

  it("is what a plain stable sort gives, for any columns", () => {
    const value = fc.oneof(fc.constantFrom(0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY), fc.double());
    const table = fc.array(fc.tuple(value, value), { maxLength: 40 });
    fc.assert(
      fc.property(table, fc.boolean(), fc.boolean(), (cells, down, downToo) => {
        const directions = [down, downToo];
        const keys = directions.map((descending, k) => ({
          values: Float64Array.from(cells, (pair) => pair[k] ?? Number.NaN),
          descending,
        }));
        const compare = (a: number, b: number) => {
          for (const { values, descending } of keys) {
            const [x, y] = [values[a] ?? 0, values[b] ?? 0];
            if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
            if (x < y) return descending ? 1 : -1;
            if (x > y) return descending ? -1 : 1;
          }
          return a - b;
        };
        // Infinite values of a later key are last with the undefined ones.
        fc.pre(cells.every(([, second]) => Number.isFinite(second) || Number.isNaN(second)));
        assert.deepEqual([...ordered(rows(cells.length), keys)], [...rows(cells.length)].sort(compare));
      }),
    );
  });
});
