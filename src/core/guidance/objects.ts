import type { GuidanceTable } from "./guidance.js";

/** Objects. */
export const objectsGuidance: GuidanceTable = {
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
