/** What a person should know of a score before quoting it, in words. */
export interface Guidance {
  /** The definition without symbols. */
  readonly words: string;
  /** Which mistakes it makes expensive. */
  readonly punishes: string;
  /** When another score says more. */
  readonly avoid: string;
}

/** Why the area of the truth matters, where it is shown. */
export const areaMatters =
  "Small objects weigh more: every image counts the same in a mean over images, so that one pixel of a 4-pixel object is 250 times one pixel of a 1,000-pixel object.";

const guidance: Readonly<Record<string, Guidance>> = {
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
  iou: {
    words: "Pixels that are foreground in both masks over pixels that are foreground in either.",
    punishes: "False and missed pixels alike, relative to the size of the union.",
    avoid: "Tiny or thin objects, where an offset of one pixel costs half, and questions about the border's place.",
  },
  mean_iou: {
    words: "IoU averaged over the thresholds .50, .55 … .95.",
    punishes: "Probabilities that are right but timid: they fall out as the threshold rises.",
    avoid: "Hard masks, for which it is plain IoU, and the COCO sense of the name, which is about object matching.",
  },
  mean_iou_bgfg: {
    words: "IoU of background and foreground, averaged, then averaged over the thresholds .50 … .95.",
    punishes: "Lost overlap of either class; half of the score is the background's.",
    avoid: "Small objects: a nearly perfect background lifts an empty prediction to about one half.",
  },
  best_threshold: {
    words: "The threshold at which this image's IoU is highest, found with the truth in hand.",
    punishes: "Nothing: it is a diagnosis, of probabilities that sit too high or too low.",
    avoid: "Choosing a threshold for use: take it from a validation set, not image by image.",
  },
  best_iou: {
    words: "The highest IoU that any threshold gives on this image.",
    punishes: "Errors that no threshold mends; a badly chosen threshold costs nothing.",
    avoid: "Reporting results: the threshold is chosen with the truth in hand, so it is an upper bound.",
  },
  f1: {
    words: "The harmonic mean of precision and recall; the same number as hard Dice, 2·IoU / (1 + IoU).",
    punishes: "False and missed pixels, more gently than IoU does; single images rank the same.",
    avoid: "Tiny objects and border questions, as IoU; quoting it beside IoU as if it were further evidence.",
  },
  f2: {
    words: "The weighted harmonic mean of precision and recall in which recall counts four times as much.",
    punishes: "Missed pixels four times as much as false ones.",
    avoid: "Tasks in which false alarms cost as much as misses: it forgives masks that are too large.",
  },
  precision: {
    words: "The share of the predicted pixels that are foreground in the truth.",
    punishes: "False pixels only.",
    avoid: "Use without recall: one sure pixel scores 1.",
  },
  recall: {
    words: "The share of the true foreground that is predicted; also sensitivity.",
    punishes: "Missed pixels only.",
    avoid: "Use without precision: a mask that covers everything scores 1.",
  },
  specificity: {
    words: "The share of the true background that is predicted as background.",
    punishes: "False pixels, relative to the background.",
    avoid: "Small objects: with much background it is near 1 for any reasonable mask.",
  },
  accuracy: {
    words: "The share of the pixels whose class is right.",
    punishes: "False and missed pixels alike, relative to the whole image.",
    avoid: "Unequal classes: an empty mask scores 0.98 where the object fills 2 % of the image.",
  },
  balanced_accuracy: {
    words: "The mean of recall and specificity.",
    punishes: "Errors relative to the size of the class they belong to.",
    avoid: "Small objects: a false pixel is then far cheaper than a missed one, and bloated masks score well.",
  },
  kappa: {
    words: "Agreement beyond what two masks of these sizes would reach by chance, over the most that is possible.",
    punishes: "Agreement that class sizes alone explain.",
    avoid: "Comparing data sets whose classes differ in size: the chance level moves with them.",
  },
  mcc: {
    words: "The correlation between the two masks, pixel by pixel.",
    punishes: "False and missed pixels, with all four counts in play, so that no class size hides an error.",
    avoid: "Images where truth or prediction is empty or full: it does not exist there.",
  },
  npv: {
    words: "The share of the pixels predicted as background that are background.",
    punishes: "Missed pixels, relative to the predicted background.",
    avoid: "Small objects: with much background it is near 1 even when the object is missed.",
  },
  fpr: {
    words: "The share of the true background that is predicted as foreground: 1 − specificity.",
    punishes: "False pixels, relative to the background.",
    avoid: "Small objects: a mask of twice the object's size still has a rate near 0.",
  },
  fnr: {
    words: "The share of the true foreground that is missed: 1 − recall.",
    punishes: "Missed pixels only.",
    avoid: "Use without precision: a mask that covers everything has none.",
  },
  tp: {
    words: "How many pixels are foreground in both masks.",
    punishes: "Nothing by itself: it is what the other scores are made of.",
    avoid: "Comparing images: it grows with the object.",
  },
  fp: {
    words: "How many background pixels are predicted as foreground.",
    punishes: "False pixels, each as much as any other, wherever they lie.",
    avoid: "Comparing images of different size, or asking whether it is one blob or a thousand specks.",
  },
  fn: {
    words: "How many foreground pixels are missed.",
    punishes: "Missed pixels, each as much as any other, wherever they lie.",
    avoid: "Comparing objects of different size.",
  },
  tn: {
    words: "How many pixels are background in both masks.",
    punishes: "Nothing by itself: it mostly measures how large the image is.",
    avoid: "Judging a segmentation: more background around the object raises it.",
  },
  roc_auc: {
    words: "The probability that a random foreground pixel has a higher value than a random background pixel.",
    punishes: "Pixels in the wrong order; the values themselves and the threshold do not matter.",
    avoid: "Small objects: with much easy background it is near 1 for masks that are of no use; see average precision.",
  },
  average_precision: {
    words: "Precision averaged over the recall gained as the threshold falls.",
    punishes: "Background pixels that rank above foreground ones, most of all at the top.",
    avoid: "Comparing images: its chance level is the foreground's share, and hard masks give it a single step.",
  },
  brier: {
    words: "The mean squared distance of the probability from the truth.",
    punishes: "Confident mistakes, by at most 1 each, and timid right answers a little.",
    avoid: "Small objects: easy background pulls the mean towards 0.",
  },
  nll: {
    words: "The mean of minus the log of the probability given to the true class: log loss under its other name.",
    punishes: "Confident mistakes, without bound.",
    avoid: "Hard masks: their mistakes are infinitely confident, and the clipping epsilon alone sets the number.",
  },
  ece15: {
    words:
      "How far the mean probability lies from the share of foreground, averaged over the pixels of 15 bins of probability.",
    punishes: "Probabilities that are too sure or too timid, whatever the overlap.",
    avoid:
      "Single small images and hard masks: bins are then empty, and a useless constant can be perfectly calibrated.",
  },
  boundary_iou: {
    words: "IoU of the two bands of pixels that lie inside each mask within 2 % of the image diagonal of its border.",
    punishes: "Border errors, alike for large and for small objects.",
    avoid:
      "Objects thinner than the band, for which it is nearly IoU, and comparisons of image sizes: the band grows along.",
  },
  hd: {
    words: "The greatest distance from any border point of one mask to the border of the other.",
    punishes: "The single worst point.",
    avoid: "Noisy masks: one stray pixel decides it; see HD95.",
  },
  hd95: {
    words: "The 95th percentile of the border distances of each direction; the greater of the two.",
    punishes: "Border parts that are far off, once they are more than 5 % of a border.",
    avoid:
      "Small structures whose loss is under 5 % of the border, and comparisons with libraries that pool both directions.",
  },
  hd95_pooled: {
    words: "The 95th percentile of the border distances of both directions in one list.",
    punishes: "Border parts that are far off, once they are more than 5 % of both borders together.",
    avoid: "Masks of very different border length, where the longer one outvotes the other direction.",
  },
  assd: {
    words: "The mean distance of all border points of both masks to the other border.",
    punishes: "Every border point by how far it is off.",
    avoid: "Asking for the worst place: long good borders dilute it.",
  },
  masd: {
    words: "The mean border distance of each direction; then the mean of the two.",
    punishes: "Every border point by how far it is off, with both directions counting the same.",
    avoid: "Comparing with pooled averages (ASSD): the two differ whenever the borders differ in length.",
  },
  nsd1: {
    words: "The share of the border pixels of both masks that lie within 1 unit of the other border.",
    punishes: "Border pixels that are off by more than the tolerance, near and far ones alike.",
    avoid: "Annotations less exact than the tolerance: it then measures the annotator.",
  },
  nsd2: {
    words: "The share of the border pixels of both masks that lie within 2 units of the other border.",
    punishes: "Border pixels that are off by more than the tolerance, near and far ones alike.",
    avoid: "Objects a few pixels wide, where a tolerance of 2 forgives nearly any mask.",
  },
  nsd1_contour: {
    words: "The share of the outline length of both masks that lies within 1 unit of the other outline.",
    punishes: "Outline that is off by more than the tolerance, by its length.",
    avoid: "Comparing with counts of edge pixels: diagonal outline weighs differently here.",
  },
  nsd2_contour: {
    words: "The share of the outline length of both masks that lies within 2 units of the other outline.",
    punishes: "Outline that is off by more than the tolerance, by its length.",
    avoid: "Objects a few pixels wide, and comparisons with counts of edge pixels.",
  },
  miou: {
    words: "IoU of each class, averaged over the classes that either map has.",
    punishes: "Lost overlap of rare classes as much as that of common ones.",
    avoid: "Quoting a mean of images beside a data set's: a class absent here is left out there, and the two differ.",
  },
  fw_iou: {
    words: "IoU of each class, averaged by how often the class occurs in the truth.",
    punishes: "Lost overlap of common classes.",
    avoid: "Rare classes that matter: they hardly count.",
  },
  pixel_accuracy: {
    words: "The share of the pixels whose class is right.",
    punishes: "Every wrong pixel alike.",
    avoid: "Unequal classes: the most common one decides it.",
  },
  mean_class_accuracy: {
    words: "The recall of each class, averaged over the classes that the truth has.",
    punishes: "Missed pixels, relative to their class.",
    avoid: "Judging false positives: they only show as another class's misses.",
  },
  macro_f1: {
    words: "F1 of each class, averaged over the classes that either map has.",
    punishes: "Lost overlap of rare classes as much as that of common ones, more gently than mean IoU.",
    avoid: "Images with stray pixels of absent classes: each such class counts 0 and pulls the mean down.",
  },
  object_precision: {
    words: "The share of the predicted objects that match a true one.",
    punishes: "False objects, a speck as much as a large one.",
    avoid: "Use without recall, and outlines: any overlap above the matching IoU counts in full.",
  },
  object_recall: {
    words: "The share of the true objects that are matched by a predicted one.",
    punishes: "Missed objects, small ones as much as large ones.",
    avoid: "Use without precision, and outlines: any overlap above the matching IoU counts in full.",
  },
  object_f1: {
    words: "The harmonic mean of object precision and object recall.",
    punishes: "Missed and false objects alike, whatever their size.",
    avoid: "Judging outlines, and binary masks of touching objects, which are one component.",
  },
  object_f2: {
    words: "F-score of objects in which recall counts four times as much as precision.",
    punishes: "Missed objects four times as much as false ones.",
    avoid: "Tasks in which false objects cost as much as missed ones.",
  },
  object_ap: {
    words: "Matched objects over matched, false and missed ones, averaged over the matching IoUs .50 … .95.",
    punishes: "Missed and false objects, and outlines that fail the stricter IoUs.",
    avoid: "Comparing with COCO's AP: there are no confidences here, and no precision-recall curve.",
  },
  pq: {
    words: "The mean IoU of matched objects times the F1 of the matching.",
    punishes: "Missed and false objects, and loose outlines of matched ones.",
    avoid: "Tiny objects: one pixel moves their IoU across one half, and an object counts as both missed and false.",
  },
  sq: {
    words: "The mean IoU of the matched objects.",
    punishes: "Loose outlines of the objects that match.",
    avoid: "Use without recognition quality: a single good match scores high, however many are missed.",
  },
  rq: {
    words: "The F1 of the object matching.",
    punishes: "Missed and false objects, whatever their size.",
    avoid: "Judging outlines: any overlap above the matching IoU counts in full.",
  },
  objects_missed: {
    words: "How many true objects no predicted object matches.",
    punishes: "Missed objects, and those found with too little overlap.",
    avoid: "Comparing images: it grows with the number of objects.",
  },
  objects_false: {
    words: "How many predicted objects match no true one.",
    punishes: "Specks, and objects drawn with too little overlap.",
    avoid: "Comparing images: it grows with the number of objects.",
  },
  objects_split: {
    words: "How many true objects hold most of each of two or more predicted objects.",
    punishes: "One object drawn as several.",
    avoid: "Judging overlap: a speck inside an object makes it split.",
  },
  objects_merged: {
    words: "How many predicted objects hold most of each of two or more true objects.",
    punishes: "Several objects drawn as one.",
    avoid: "Binary masks of touching objects: they are one component in the truth as well.",
  },
};

/** Every id that has guidance. */
export const guidedIds: readonly string[] = Object.keys(guidance);

/** @throws RangeError for an id without guidance, which no score of the catalogue is. */
export function guidanceFor(id: string): Guidance {
  if (!Object.hasOwn(guidance, id)) throw new RangeError(`There is no guidance for "${id}".`);
  return guidance[id];
}
