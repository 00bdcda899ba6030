#!/usr/bin/env python3
"""The same scores with OpenCV and NumPy, as fast as we know how: two processes, one thread each, no Python loop over pixels.

    opencv.py PREDICTIONS TRUTH pixel|boundary [PROCESSES]

pixel: log loss, Dice, focal, Lovasz hinge and mean IoU over ten thresholds from one joint histogram, and the BCE and Dice
loss weighted by a 50 x 50 average of the truth. boundary: these, boundary IoU and HD95. Prints the means.
"""
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import cv2
import numpy as np

KERNEL, EPSILON = 50, 1e-7
BEFORE = (KERNEL - 1) // 2
AFTER = KERNEL - 1 - BEFORE

p = np.arange(256) / 255.0
clipped = np.clip(p, EPSILON, 1 - EPSILON)
loss = np.concatenate([-np.log1p(-clipped), -np.log(clipped)])
focal = np.concatenate([-0.75 * clipped**2 * np.log1p(-clipped), -0.25 * (1 - clipped) ** 2 * np.log(clipped)])
logit = np.log(clipped / (1 - clipped))
hinge = np.concatenate([1 + logit, 1 - logit])
hinge_order = np.argsort(-hinge, kind="stable")
hinge_sorted = np.maximum(hinge[hinge_order], 0)
hinge_positive = hinge_order >= 256
loss32 = loss.astype(np.float32)
thresholds = [51 * k // 4 for k in range(10, 20)]
inside = {}


def from_histogram(negatives, positives):
    n, a = negatives.sum() + positives.sum(), positives.sum()
    b, i = (negatives + positives) @ p, positives @ p
    joint = np.concatenate([negatives, positives])
    ordered = joint[hinge_order]
    true = np.cumsum(np.where(hinge_positive, ordered, 0))
    false = np.cumsum(np.where(hinge_positive, 0, ordered))
    jaccard = 1 - (a - true) / np.maximum(a + false, 1)
    above = np.cumsum(np.stack([negatives, positives])[:, ::-1], axis=1)[:, ::-1]
    fp, tp = (np.append(row, 0)[[t + 1 for t in thresholds]] for row in above)
    dice = 1 - (2 * i + 1) / (a + b + 1)
    return [joint @ loss / n, dice, joint @ focal / n, np.diff(jaccard, prepend=0) @ hinge_sorted, (tp / np.maximum(a + fp, 1)).mean()]


def cells_inside(shape):
    """One over the number of cells of every window that lie in the image."""
    if shape not in inside:
        rows, columns = (np.minimum(np.arange(n) + AFTER, n - 1) - np.maximum(np.arange(n) - BEFORE, 0) + 1 for n in shape)
        inside[shape] = np.outer(1.0 / rows, 1.0 / columns).astype(np.float32)
    return inside[shape]


def weighted_loss(truth, prediction):
    weight = cv2.boxFilter(truth, cv2.CV_32F, (KERNEL, KERNEL), anchor=(BEFORE, BEFORE), normalize=False, borderType=cv2.BORDER_CONSTANT)
    cv2.multiply(weight, cells_inside(truth.shape), dst=weight)
    cv2.absdiff(weight, 0.5, dst=weight)
    cv2.multiply(weight, -5.0, dst=weight)
    cv2.exp(weight, dst=weight)
    # A look-up by class, then the pick: one pass of each over bytes.
    negative, positive = (cv2.LUT(prediction, half) for half in (loss32[:256], loss32[256:]))
    np.copyto(negative, positive, where=truth.view(bool))
    return float(weight.ravel() @ negative.ravel()) / float(cv2.sumElems(weight)[0])


def band(mask, d):
    framed = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    return mask - cv2.erode(framed, np.ones((3, 3), np.uint8), iterations=d)[1:-1, 1:-1]


def edge(mask):
    cross = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    return mask - cv2.erode(mask, cross, borderType=cv2.BORDER_CONSTANT, borderValue=0)


def boundary(truth, hard):
    d = max(1, round(0.02 * float(np.hypot(*truth.shape))))
    bands = band(truth, d), band(hard, d)
    union = cv2.countNonZero(bands[0] | bands[1])
    edges = edge(truth), edge(hard)
    to = [cv2.distanceTransform(1 - e, cv2.DIST_L2, cv2.DIST_MASK_PRECISE) for e in edges]
    directed = [distances[e.view(bool)] for distances, e in ((to[1], edges[0]), (to[0], edges[1]))]
    hd95 = max(np.percentile(values, 95) for values in directed) if all(v.size for v in directed) else np.nan
    return [cv2.countNonZero(bands[0] & bands[1]) / union if union else np.nan, hd95]


def score(job):
    files, with_boundary = job
    prediction, stored = (cv2.imread(file, cv2.IMREAD_GRAYSCALE) for file in files)
    truth = cv2.threshold(stored, 0, 1, cv2.THRESH_BINARY)[1]
    total = cv2.calcHist([prediction], [0], None, [256], [0, 256]).ravel().astype(np.float64)
    positives = cv2.calcHist([prediction], [0], truth, [256], [0, 256]).ravel().astype(np.float64)
    values = from_histogram(total - positives, positives) + [weighted_loss(truth, prediction)]
    if with_boundary:
        values += boundary(truth, cv2.threshold(prediction, 127, 1, cv2.THRESH_BINARY)[1])
    return values


def main():
    predictions, truth, what = sys.argv[1:4]
    processes = int(sys.argv[4]) if len(sys.argv) > 4 else 2
    cv2.setNumThreads(1)
    jobs = [((os.path.join(predictions, name), os.path.join(truth, name)), what == "boundary") for name in sorted(os.listdir(predictions))]
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        rows = list(pool.map(score, jobs, chunksize=4))
    print(*np.nanmean(np.array(rows, dtype=np.float64), axis=0))


if __name__ == "__main__":
    main()
