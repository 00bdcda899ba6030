import type { GuidanceTable } from "./guidance.js";

/** Losses. */
export const lossesGuidance: GuidanceTable = {
  bce: {
    words: "The mean over pixels of minus the log of the probability given to the true class.",
    punishes: "Confident mistakes, without bound: p = 0.001 on a foreground pixel costs about ten times p = 0.5.",
    avoid: "Objects that fill few pixels: the background then decides the mean, and an empty prediction scores well.",
  },
  dice: {
    words: "One minus twice the shared probability mass over the sum of both masks, smoothed.",
    punishes: "Lost overlap relative to the size of the object; correct background costs and earns nothing.",
    avoid: "Images without foreground, where smooth alone decides, and probabilities that must stay calibrated.",
  },
  dice_multiclass: {
    words:
      "One minus the Dice coefficient, averaged over classes; each class counts the same, the background included.",
    punishes: "Lost overlap of rare classes as much as that of common ones.",
    avoid: "Many classes that an image lacks: each counts a perfect 1 unless it is predicted, which hides the others.",
  },
  focal: {
    words: "Log loss in which a pixel counts less the surer the model is of its true class.",
    punishes: "Hard pixels; pixels that are mostly right count next to nothing.",
    avoid: "Noisy labels, which are hard pixels too, and comparisons between papers that sum and papers that average.",
  },
  focal_log_dice: {
    words: "Focal loss times a factor, minus the log of the Dice coefficient.",
    punishes: "Hard pixels by its first term, and poor overlap ever more steeply by its second.",
    avoid: "Comparing numbers across settings: the factor, the focal reduction and smooth each change the scale.",
  },
  focal_dice: {
    words: "The sum of focal loss and Dice loss.",
    punishes: "Hard pixels and lost overlap; the Dice term usually dominates, since mean focal loss is small.",
    avoid: "Judging which of the two went wrong: read the terms one by one.",
  },
  bce_log_dice: {
    words: "Log loss minus the log of the Dice coefficient.",
    punishes: "Confident pixel errors, and poor overlap ever more steeply as it nears none.",
    avoid: "Empty truth: the log of a coefficient that only smooth keeps above 0 swamps the log loss.",
  },
  bce_dice: {
    words: "The sum of log loss and Dice loss.",
    punishes: "Confident pixel errors and lost overlap.",
    avoid: "Comparing with libraries that weigh the two terms, as many do by one half each.",
  },
  weighted_bce: {
    words:
      "Log loss in which pixels near the border of the truth count up to about twelve times as much as those far away.",
    punishes: "Errors at the border of the truth.",
    avoid: "Objects much smaller than the kernel, where the weight no longer follows the border.",
  },
  weighted_dice: {
    words: "Dice loss with every pixel counted by its nearness to the border of the truth.",
    punishes: "Lost overlap along the border of the truth.",
    avoid: "Errors far from any object: their weight is the lowest, so that specks in the open cost little.",
  },
  weighted_bce_dice: {
    words: "Boundary-weighted log loss plus plain Dice loss.",
    punishes: "Border errors by its first term, lost overlap anywhere by its second.",
    avoid: "Comparing kernels: the weight, and with it the first term, changes with the kernel.",
  },
  lovasz_hinge: {
    words: "A convex surrogate of one minus IoU, on hinge errors of the logits.",
    punishes: "Pixels in the order in which they would cost IoU, also when right but not by a margin of one logit.",
    avoid: "Absolute readings from saved masks: without logits its scale follows the clipping epsilon.",
  },
  lovasz_sigmoid: {
    words: "A surrogate of one minus IoU, on the distance of each probability from its truth.",
    punishes: "The worst pixels first, each by what it would cost the foreground's IoU.",
    avoid: "Empty truth: the single most confident pixel is then the whole loss.",
  },
  lovasz_softmax: {
    words: "The Lovász surrogate of one minus IoU, averaged over classes.",
    punishes: "Lost IoU of rare classes as much as that of common ones.",
    avoid: "False positives of classes that the truth lacks: over the classes present they cost nothing of their own.",
  },
  log_dice: {
    words: "Minus the log of the smoothed Dice coefficient.",
    punishes: "Poor overlap, ever more steeply as it nears none.",
    avoid: "Means over data sets with misses: one image without overlap outweighs many good ones.",
  },
  squared_dice: {
    words: "Dice loss with squared probabilities in the denominator.",
    punishes: "Lost overlap, but faint false probabilities less than plain Dice does.",
    avoid: "Comparing with the plain Dice loss of soft masks: the two agree only on hard ones.",
  },
  jaccard: {
    words: "One minus IoU on probabilities instead of a hard mask, smoothed.",
    punishes: "Lost overlap, more than Dice loss does for the same mask.",
    avoid: "Images without foreground, where smooth alone decides.",
  },
  tversky: {
    words: "One minus an overlap index that weighs false positives and false negatives separately.",
    punishes: "With these defaults a missed pixel 7/3 times as much as a false one.",
    avoid:
      "Comparing papers before checking which of alpha and beta weighs the false positives: both orders are in use.",
  },
  focal_tversky: {
    words: "Tversky loss to a power.",
    punishes: "What Tversky loss does; a power below 1 lifts small losses, one above 1 flattens them.",
    avoid: "Comparing powers across papers: some write gamma, others 1/gamma, for the same exponent.",
  },
  log_cosh_dice: {
    words: "The log of the hyperbolic cosine of Dice loss.",
    punishes: "Lost overlap: about half the square of a small Dice loss, nearly straight for a large one.",
    avoid: "Reading quality from it: it ends at 0.434, and orders images exactly as Dice loss does.",
  },
  mcc_loss: {
    words: "One minus the Matthews correlation of probabilities with truth.",
    punishes: "Weak correlation, with both classes heard whatever their size.",
    avoid: "Images where truth or prediction is empty or full: the correlation does not exist.",
  },
  topk_bce: {
    words: "The mean log loss of the worst k percent of the pixels.",
    punishes: "The worst pixels alone; all others are free.",
    avoid: "Label noise along borders, which is then all that is measured.",
  },
  boundary_loss: {
    words: "The mean of each probability times the signed distance to the border of the truth.",
    punishes: "Foreground far outside the object in proportion to its distance; foreground deep inside earns.",
    avoid: "Use on its own or across images: it is negative for good masks, and grows with the image and its objects.",
  },
  hausdorff_dt_loss: {
    words: "The mean squared error of each pixel times its squared distances from both borders.",
    punishes: "Errors far from the borders, by the square of their distance.",
    avoid: "Comparing image sizes: it is in squared pixels, and one far speck can dominate.",
  },
};
