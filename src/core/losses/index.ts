import type { Score } from "../score.js";
import { bce } from "./bce.js";
import { bceDice } from "./bceDice.js";
import { bceLogDice } from "./bceLogDice.js";
import { dice } from "./dice.js";
import { diceMulticlass } from "./diceMulticlass.js";
import { focal } from "./focal.js";
import { focalLogDice } from "./focalLogDice.js";
import { lovaszHinge } from "./lovaszHinge.js";
import { lovaszSigmoid } from "./lovaszSigmoid.js";
import { lovaszSoftmax } from "./lovaszSoftmax.js";
import { weightedBce } from "./weightedBce.js";
import { weightedBceDice } from "./weightedBceDice.js";
import { weightedDice } from "./weightedDice.js";

/** The losses, in the order shown on screen. */
export const losses: readonly Score[] = [
  bce,
  dice,
  diceMulticlass,
  focal,
  focalLogDice,
  bceLogDice,
  bceDice,
  weightedBce,
  weightedDice,
  weightedBceDice,
  lovaszHinge,
  lovaszSigmoid,
  lovaszSoftmax,
];
