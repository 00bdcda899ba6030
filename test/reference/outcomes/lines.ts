import type { PresetName } from "../../../src/core/conventions/index.js";

/** A variant of a convention, the score, and the golden values that its own library returned. */
export type Line = readonly [
  preset: PresetName,
  score: string,
  key: string,
  variant?: string | undefined,
  kernel?: 41 | 50,
];

const hard = ["accuracy", "f1", "iou", "precision", "recall", "specificity"] as const;

export const binaryLines: readonly Line[] = [
  ["keras", "bce", "bce.keras_f32"],
  ["keras", "dice", "dice.keras"],
  ["keras", "focal", "focal.keras_f32"],
  ["keras", "tversky", "tversky.keras"],
  ["keras", "mean_iou_bgfg", "mean_iou.bgfg"],
  ["keras", "mean_iou_bgfg", "mean_iou.bgfg_tf32"],

  ["smp", "dice", "dice.smp_smooth0"],
  ["smp", "dice", "dice.smp_smooth1", "smooth=1"],
  ["smp", "jaccard", "jaccard.smp"],
  ["smp", "jaccard", "jaccard.smp_smooth1", "smooth=1"],
  ["smp", "tversky", "tversky.smp"],
  ["smp", "focal_tversky", "focal_tversky.smp"],
  ["smp", "focal", "focal.smp"],
  ["smp", "focal", "focal.smp_noalpha", "alpha=None"],
  ["smp", "mcc_loss", "mcc_loss.smp"],
  ["smp", "lovasz_hinge", "lovasz_hinge.smp_f32"],
  ...[...hard, "f2"].map((id): Line => ["smp", id, `${id}.smp`]),

  ["monai", "dice", "dice.monai_default"],
  ["monai", "dice", "dice.monai_smooth1", "smooth=1"],
  ["monai", "squared_dice", "dice.monai_squared"],
  ["monai", "jaccard", "jaccard.monai"],
  ["monai", "tversky", "tversky.monai"],
  ["monai", "focal", "focal.monai"],
  ...["hd", "hd95", "assd", "nsd1", "nsd2"].map((id): Line => ["monai", id, `${id}.monai`]),
  ["monai", "nsd1_contour", "nsd1.monai_subvoxel"],
  ["monai", "nsd2_contour", "nsd2.monai_subvoxel"],

  ...[...hard, "kappa", "mcc", "roc_auc", "average_precision"].map(
    (id): Line => ["torchmetrics", id, `${id}.torchmetrics`],
  ),
  ["torchmetrics", "ece15", "ece15"],
  ["torchmetrics", "ece15", "ece15.torchmetrics_f32", "float32"],

  ...[...hard, "mcc", "brier", "ece15", "boundary_iou", "hd", "hd95", "assd", "masd", "nsd1", "nsd2"].map(
    (id): Line => ["metrics-reloaded", id, `${id}.metricsreloaded`],
  ),

  ...["f1", "hd", "hd95", "nsd1", "nsd2"].map((id): Line => ["deepmind", id, `${id}.deepmind`]),
  ["deepmind", "nsd1_contour", "nsd1.deepmind"],
  ["deepmind", "nsd2_contour", "nsd2.deepmind"],

  ["sklearn", "bce", "bce"],
  ...[...hard, "f2", "balanced_accuracy", "kappa", "mcc", "roc_auc", "average_precision", "brier"].map(
    (id): Line => ["sklearn", id, id],
  ),
  ...["tp", "fp", "fn", "tn"].map((id): Line => ["sklearn", id, `counts.${id}`]),
  ["sklearn", "mean_iou", "mean_iou.fg"],
  ["sklearn", "mean_iou", "mean_iou.fg_empty1", "zero_division=1"],
  ["sklearn", "mean_iou", "mean_iou.fg_f32promoted", "float32 p"],
  ["sklearn", "mean_iou", "mean_iou.fg_tf32", "float32 p and t"],
  ["sklearn", "mean_iou", "mean_iou.fg_ge", "p >= t"],
  ["sklearn", "mean_iou_bgfg", "mean_iou.bgfg_f64"],

  ...["iou", "f1", "precision", "recall", "specificity", "hd", "hd95", "assd"].map(
    (id): Line => ["medpy", id, `${id}.medpy`],
  ),
  ["medpy", "hd95_pooled", "hd95.medpy"],

  ["torch", "bce", "bce.torch_noclip"],
  ["torch", "bce", "bce.torch_logits", "logits"],
  ["torch", "bce", "bce.torch_f64", "logits"],
  ["torch", "bce", "bce.torch_f32", "float32 clipped"],
  ["torch", "focal", "focal.torchvision"],
  ["torch", "focal", "focal.torchvision_sum", "reduction=sum"],
  ["tensorflow", "bce", "bce.tfjs_logloss_f32"],
  ["lovasz-softmax", "lovasz_hinge", "lovasz_hinge.f32"],
  ["lovasz-softmax", "lovasz_sigmoid", "lovasz_sigmoid"],
  ["lovasz-softmax", "lovasz_softmax", "lovasz_softmax.present"],
  ["lovasz-softmax", "lovasz_softmax", "lovasz_softmax.all", "classes=all"],
  ["lyakaap", "f1", "dice.lyakaap_hard"],
  ["lyakaap", "bce_log_dice", "bce_logdice"],
  ["lyakaap", "weighted_bce", "wbce50"],
  ["lyakaap", "weighted_bce", "wbce41", undefined, 41],
  ["lyakaap", "weighted_dice", "wdice50"],
  ["lyakaap", "weighted_dice", "wdice41", undefined, 41],
  ["lyakaap", "weighted_bce_dice", "wbce_dice50"],
  ["lyakaap", "weighted_bce_dice", "wbce_dice41", undefined, 41],
  ["petrosgk", "dice", "dice.loss_petrosgk"],
  ["petrosgk", "bce_dice", "bce_dice"],
  ["petrosgk", "weighted_bce", "wbce50.petrosgk_posweight"],
  ["petrosgk", "weighted_bce", "wbce41.petrosgk_posweight", undefined, 41],
  ["petrosgk", "weighted_dice", "wdice50.petrosgk"],
  ["petrosgk", "weighted_dice", "wdice41.petrosgk", undefined, 41],
  ["petrosgk", "weighted_bce_dice", "wbce_dice50.petrosgk"],
  ["petrosgk", "weighted_bce_dice", "wbce_dice41.petrosgk", undefined, 41],
  ...["focal", "tversky", "focal_tversky", "jaccard"].map((id): Line => ["shruti", id, `${id}.shruti`]),
  ["shruti", "log_cosh_dice", "logcosh_dice"],
  ["boundary-iou-api", "boundary_iou", "boundary_iou"],
  ["boundary-iou-api", "boundary_iou", "boundary_iou.coco", "COCO"],
  ["scikit-image", "hd", "hd.skimage_sets"],
  ["seed", "focal", "focal.seed"],
  ["seed", "focal_log_dice", "mixed.alpha1"],
];

export const labelLines: readonly Line[] = [
  ["sklearn", "miou", "iou_macro"],
  ["sklearn", "macro_f1", "f1_macro"],
  ["sklearn", "pixel_accuracy", "pixel_accuracy"],
  ["sklearn", "kappa", "kappa"],
  ["sklearn", "mcc", "mcc"],
  ["smp", "miou", "iou_macro.smp"],
  ["keras", "miou", "mean_iou.keras"],
  ["torchmetrics", "miou", "iou_macro.torchmetrics"],
  ["torchmetrics", "fw_iou", "iou_weighted.torchmetrics"],
  ["torchmetrics", "macro_f1", "f1_macro.torchmetrics"],
  ["pytorch-fcn", "miou", "mean_iou.fcn"],
  ["pytorch-fcn", "fw_iou", "fw_iou.fcn"],
  ["pytorch-fcn", "pixel_accuracy", "pixel_accuracy.fcn"],
  ["pytorch-fcn", "mean_class_accuracy", "mean_class_accuracy.fcn"],
  ["cityscapes", "miou", "mean_iou.cityscapes"],
];

/** Of lists by threshold the first element, IoU .5, is meant; of Cellpose's, as of object_ap, the mean. */
export const objectLines: readonly Line[] = [
  ["stardist", "object_ap", "stardist.mean_accuracy"],
  ["stardist", "object_precision", "stardist.precision"],
  ["stardist", "object_recall", "stardist.recall"],
  ["stardist", "object_f1", "stardist.f1"],
  ["stardist", "pq", "stardist.panoptic_quality"],
  ["stardist", "sq", "stardist.mean_matched_score"],
  ["stardist", "rq", "stardist.f1"],
  ["cellpose", "object_ap", "cellpose.ap"],
  ["dsb2018", "object_ap", "dsb2018"],
  ...["pq", "sq", "rq"].flatMap((id): Line[] => [
    ["panopticapi", id, `panopticapi.${id}`],
    ["panopticapi", id, `panopticapi_bg.${id}`, "background as stuff"],
  ]),
];
