import type { Score } from "../core/score.js";

/** A symbol of a formula, and what it stands for. Both are Markdown with TeX. */
interface Meaning {
  readonly symbol: string;
  readonly means: string;
  /** Found in a formula that uses it without saying what it is: in its TeX, or in what is left without commands. */
  readonly tex?: RegExp;
  readonly letters?: RegExp;
  readonly group?: Score["group"];
}

const edges = "the edge pixels of truth and prediction";

const meanings: readonly Meaning[] = [
  { symbol: "$y$", means: "the truth, 0 or 1", letters: /(?<!_)y(?!_d)/ },
  { symbol: "$p$", means: "the probability, stored value / maximum", letters: /(?<!_)p(?!_[doet]|:|\\ )/ },
  { symbol: "$y$, $p$", means: "the foreground of truth and prediction", letters: /_d/, group: "metrics" },
  {
    symbol: "$c$",
    means: String.raw`$p$ clipped to $[\varepsilon, 1-\varepsilon]$`,
    letters: /^(?!.*c=).*(?<!_)c(_i|_\{i|\})/,
  },
  { symbol: "$N$", means: "the pixels that count", letters: /(?<![TF])N/ },
  { symbol: "$I$", means: String.raw`$\sum yp$`, letters: /I(?!_)/ },
  { symbol: "$A$", means: String.raw`$\sum y$`, letters: /A(?!_)/ },
  { symbol: "$B$", means: String.raw`$\sum p$`, letters: /B(?!_)/ },
  {
    symbol: "$I_c$, $A_c$, $B_c$",
    means: String.raw`$\sum yp$, $\sum y$, $\sum p$ of class $c$`,
    letters: /I_c/,
  },
  { symbol: "$A_c$", means: "pixels of class $c$ in the truth", letters: /^(?!.*I_c).*A_c/ },
  {
    symbol: "$D$",
    means: String.raw`the Dice coefficient $\frac{2\sum yp+s}{\sum y+\sum p+s}$`,
    letters: /D(?!=)(?!.*D=)/,
  },
  { symbol: "$T$", means: "the Tversky index", letters: /(?<![A-Z])T(?![PN=])(?!.*T=)/ },
  { symbol: String.raw`$\mathrm{FL}$`, means: "the focal loss", tex: /mathrm\{FL\}/ },
  { symbol: String.raw`$\mathrm{BCE}$`, means: "the log loss", tex: /mathrm\{BCE\}/ },
  { symbol: String.raw`$\mathrm{bce}_i$`, means: "the log loss of a pixel", tex: /mathrm\{bce\}/ },
  {
    symbol: "$FP$, $FN$",
    means: String.raw`on probabilities: $\sum(1-y)p$, $\sum y(1-p)$`,
    letters: /[FT][PN]/,
    group: "losses",
  },
  { symbol: "$TP$, $FP$, $FN$, $TN$", means: "pixels at the threshold", letters: /[FT][PN](?!_)/, group: "metrics" },
  { symbol: "$TP_c$, $FP_c$, $FN_c$", means: "pixels of class $c$", letters: /[FT][PN]_c/ },
  { symbol: "$TP_o$, $FP_o$, $FN_o$", means: "matched, false and missed objects", letters: /[FT][PN]_o/ },
  { symbol: "$S_y$, $S_p$", means: edges, letters: /S_y/ },
  { symbol: "$p_o$, $p_e$", means: "the share of agreement observed, and expected by chance", letters: /p_o/ },
  { symbol: "$P_n$, $R_n$", means: "precision and recall at the $n$-th lower threshold", letters: /P_n/ },
  { symbol: "$n_b$", means: "the pixels in bin $b$", letters: /n_b/ },
  { symbol: "$s$", means: "smooth", letters: /\+s/ },
  { symbol: String.raw`$\overline{\Delta_J}$`, means: "the Lovász extension of 1 − IoU", tex: /Delta_/ },
];

/** What the symbols of a formula stand for, unless it says so itself; a sentence, or nothing. */
export function symbolSentence({ formula, group }: Pick<Score, "formula" | "group">): string {
  const letters = formula.replace(/\\(?:text|mathrm|operatorname)\s*\{[^}]*\}/g, "").replace(/\\[A-Za-z]+/g, " ");
  const found = meanings.filter(
    (meaning) =>
      (meaning.group === undefined || meaning.group === group) &&
      (meaning.tex?.test(formula) || meaning.letters?.test(letters)),
  );
  return found.length === 0 ? "" : `${found.map(({ symbol, means }) => `${symbol}: ${means}`).join("; ")}.`;
}
