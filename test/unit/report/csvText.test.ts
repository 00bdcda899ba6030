import assert from "node:assert/strict";
import { csvPieces, csvText } from "../../../src/report/csvText.js";

describe("CSV text", () => {
  it("quotes what would end a cell or a line", () => {
    assert.equal(csvText([["a,b", 'say "no"', "two\nlines", 0.1]]), '"a,b","say ""no""","two\nlines",0.1\n');
  });

  it("comes line by line, each made as it is asked for", () => {
    let made = 0;
    const pieces = csvPieces(
      (function* () {
        for (; made < 3; made++) yield [made, "x"];
      })(),
    );
    assert.equal(pieces.next().value, "0,x\n");
    assert.equal(made, 0);
    assert.deepEqual([...pieces], ["1,x\n", "2,x\n"]);
  });
});
