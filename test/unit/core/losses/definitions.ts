/** A counted pixel: its truth, and the probability of foreground. */
export interface Pixel {
  readonly y: 0 | 1;
  readonly p: number;
}

const sum = (pixels: readonly Pixel[], of: (pixel: Pixel) => number) =>
  pixels.reduce((total, pixel) => total + of(pixel), 0);
const mean = (pixels: readonly Pixel[], of: (pixel: Pixel) => number) =>
  pixels.length === 0 ? null : sum(pixels, of) / pixels.length;

type Values = Readonly<Record<string, number>>;
/** @param values the numbers among the parameters. @param choices the others. */
export type Definition = (
  pixels: readonly Pixel[],
  values: Values,
  choices: Readonly<Record<string, string>>,
) => number | null;

const clip = (p: number, epsilon: number) => Math.min(1 - epsilon, Math.max(epsilon, p));
const bce: Definition = (pixels, { epsilon }) =>
  mean(pixels, ({ y, p }) => -Math.log(y === 1 ? clip(p, epsilon) : 1 - clip(p, epsilon)));

/** (2I + s) / (A + B + s) of any two lists. */
function coefficient(pixels: readonly Pixel[], s: number): number | null {
  const denominator = sum(pixels, ({ y, p }) => y + p) + s;
  return denominator === 0 ? null : (2 * sum(pixels, ({ y, p }) => y * p) + s) / denominator;
}

const dice: Definition = (pixels, { smooth }) => {
  const d = coefficient(pixels, smooth);
  return d === null ? null : 1 - d;
};

const logDice: Definition = (pixels, { smooth }) => {
  const d = coefficient(pixels, smooth);
  return d === null || d === 0 ? null : -Math.log(d);
};

const background = (pixels: readonly Pixel[]): Pixel[] => pixels.map(({ y, p }) => ({ y: y === 1 ? 0 : 1, p: 1 - p }));

const diceMulticlass: Definition = (pixels, { smooth }, { background: which }) => {
  const classes = which === "left out" ? [pixels] : [pixels, background(pixels)];
  const coefficients = classes.flatMap((own) => coefficient(own, smooth) ?? []);
  return coefficients.length === 0 ? null : 1 - coefficients.reduce((a, b) => a + b, 0) / coefficients.length;
};

const focal: Definition = (pixels, { gamma, alpha, epsilon }, { reduction, residue }) => {
  if (pixels.length === 0) return null;
  const term = (weight: number, pt: number) => -weight * (1 - pt) ** gamma * Math.log(pt);
  const total = sum(pixels, ({ y, p }) => {
    const own = y === 1 ? term(alpha, clip(p, epsilon)) : term(1 - alpha, 1 - clip(p, epsilon));
    if (residue !== "seed") return own;
    return own + (y === 1 ? term(1 - alpha, 1 - epsilon) : term(alpha, 1 - epsilon));
  });
  return reduction === "sum" ? total : total / pixels.length;
};

const tverskyIndex = (pixels: readonly Pixel[], { alpha, beta, smooth }: Values) => {
  const both = sum(pixels, ({ y, p }) => y * p);
  const denominator =
    both + alpha * sum(pixels, ({ y, p }) => (1 - y) * p) + beta * sum(pixels, ({ y, p }) => y * (1 - p)) + smooth;
  return denominator === 0 ? null : (both + smooth) / denominator;
};

const together =
  (...terms: readonly Definition[]): Definition =>
  (pixels, values, choices) =>
    terms.reduce<number | null>((total, term) => {
      const value = term(pixels, values, choices);
      return total === null || value === null ? null : total + value;
    }, 0);

/** Berman's algorithm 1: errors sorted, each times the growth of the Jaccard loss. */
function lovasz(pixels: readonly Pixel[], error: (pixel: Pixel) => number): number {
  const sorted = [...pixels].sort((a, b) => error(b) - error(a));
  const all = sum(pixels, ({ y }) => y);
  let [inside, outside, before, loss] = [0, 0, 0, 0];
  for (const pixel of sorted) {
    inside += pixel.y;
    outside += 1 - pixel.y;
    const jaccard = 1 - (all - inside) / (all + outside);
    loss += Math.max(0, error(pixel)) * (jaccard - before);
    before = jaccard;
  }
  return loss;
}

const distance = ({ y, p }: Pixel) => Math.abs(y - p);

/** Losses as their papers and libraries write them, pixel by pixel. */
export const definitions: Readonly<Record<string, Definition>> = {
  bce,
  dice,
  dice_multiclass: diceMulticlass,
  focal,
  focal_log_dice: (pixels, values, choices) => {
    const [overlap, own] = [logDice(pixels, values, choices), focal(pixels, values, choices)];
    return overlap === null || own === null ? null : values.mix * own + overlap;
  },
  focal_dice: together(focal, dice),
  bce_log_dice: together(bce, logDice),
  bce_dice: together(bce, dice),
  lovasz_hinge: (pixels, { epsilon }) =>
    lovasz(pixels, ({ y, p }) => {
      const c = clip(p, epsilon);
      return 1 - Math.log(c / (1 - c)) * (2 * y - 1);
    }),
  lovasz_sigmoid: (pixels) => lovasz(pixels, distance),
  lovasz_softmax: (pixels, _, { classes }) => {
    if (pixels.length === 0) return null;
    const counted = [pixels, background(pixels)].filter((own) => classes === "all" || own.some(({ y }) => y === 1));
    return counted.reduce((total, own) => total + lovasz(own, distance), 0) / counted.length;
  },
  log_dice: logDice,
  squared_dice: (pixels, { smooth }) => {
    const denominator = sum(pixels, ({ y, p }) => y * y + p * p) + smooth;
    return denominator === 0 ? null : 1 - (2 * sum(pixels, ({ y, p }) => y * p) + smooth) / denominator;
  },
  jaccard: (pixels, { smooth }) => {
    const both = sum(pixels, ({ y, p }) => y * p);
    const either = sum(pixels, ({ y, p }) => y + p) - both + smooth;
    return either === 0 ? null : 1 - (both + smooth) / either;
  },
  tversky: (pixels, values) => {
    const index = tverskyIndex(pixels, values);
    return index === null ? null : 1 - index;
  },
  focal_tversky: (pixels, values) => {
    const index = tverskyIndex(pixels, values);
    return index === null ? null : (1 - index) ** values.gamma;
  },
  log_cosh_dice: (pixels, values, choices) => {
    const loss = dice(pixels, values, choices);
    return loss === null ? null : Math.log(Math.cosh(loss));
  },
  mcc_loss: (pixels, { epsilon }) => {
    const isOne = (of: (pixel: Pixel) => number) => {
      const total = sum(pixels, of);
      return total === 0 || total === pixels.length;
    };
    if (isOne(({ y }) => y) || isOne(({ p }) => p)) return null;
    const [tp, fp, fn, tn] = [
      ({ y, p }: Pixel) => y * p,
      ({ y, p }: Pixel) => (1 - y) * p,
      ({ y, p }: Pixel) => y * (1 - p),
      ({ y, p }: Pixel) => (1 - y) * (1 - p),
    ].map((of) => sum(pixels, of) + epsilon);
    return 1 - (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
  },
  topk_bce: (pixels, values, choices) => {
    if (pixels.length === 0) return null;
    const losses = pixels
      .map((pixel) => bce([pixel], values, choices) ?? 0)
      .sort((a, b) => b - a)
      .slice(0, Math.max(1, Math.floor((values.k * pixels.length) / 100)));
    return losses.reduce((a, b) => a + b, 0) / losses.length;
  },
  brier: (pixels) => mean(pixels, ({ y, p }) => (p - y) ** 2),
  nll: bce,
};
