import type { Score } from "../score.js";
import { bce } from "./bce.js";
import { bceDice } from "./bceDice.js";
import { bceLogDice } from "./bceLogDice.js";
import { boundaryLoss } from "./boundaryLoss.js";
import { dice } from "./dice.js";
import { diceMulticlass } from "./diceMulticlass.js";
import { focal } from "./focal.js";
import { focalDice } from "./focalDice.js";
import { focalLogDice } from "./focalLogDice.js";
import { focalTversky } from "./focalTversky.js";
import { hausdorffDt } from "./hausdorffDt.js";
import { jaccard } from "./jaccard.js";
import { logCoshDice } from "./logCoshDice.js";
import { logDice } from "./logDice.js";
import { lovaszHinge } from "./lovaszHinge.js";
import { lovaszSigmoid } from "./lovaszSigmoid.js";
import { lovaszSoftmax } from "./lovaszSoftmax.js";
import { mccLoss } from "./mccLoss.js";
import { squaredDice } from "./squaredDice.js";
import { topkBce } from "./topkBce.js";
import { tversky } from "./tversky.js";
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
  focalDice,
  bceLogDice,
  bceDice,
  weightedBce,
  weightedDice,
  weightedBceDice,
  lovaszHinge,
  lovaszSigmoid,
  lovaszSoftmax,
  logDice,
  squaredDice,
  jaccard,
  tversky,
  focalTversky,
  logCoshDice,
  mccLoss,
  topkBce,
  boundaryLoss,
  hausdorffDt,
];
