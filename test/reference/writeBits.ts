// tsx test/reference/writeBits.ts: keeps the scores of the shared pairs as they are now. Only for a change that is meant
// to change numbers; JSON prints every double so that it reads back the same.
import { writeFileSync } from "node:fs";
import { catalogue } from "../../src/core/catalogue.js";
import { type Bits, scoresOfPairs } from "./bits.js";
import { fileOf } from "./golden.js";

const ids = catalogue.map(({ id }) => id);
const values = Object.fromEntries(
  Object.entries(scoresOfPairs()).map(([variant, ofPairs]) => [
    variant,
    Object.fromEntries(Object.entries(ofPairs).map(([pair, scores]) => [pair, ids.map((id) => scores[id] ?? null)])),
  ]),
);
const bits: Bits = { ids, values };
writeFileSync(fileOf("bits.json"), `${JSON.stringify(bits).replaceAll(/(\{|\],)"/g, '$1\n"')}\n`);
