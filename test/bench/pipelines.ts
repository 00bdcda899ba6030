import { spawnSync } from "node:child_process";
import { large, makeData } from "./data.js";
import { type Command, cli, floor as floorOf, type ProcessTiming, type Section, timeInTurn } from "./measure.js";

/** 200 pairs of 1024 x 1024: ours, OpenCV's where there is one, and the floor that reading sets. */
export function pipelines(runs: number): Section {
  const { truth, predictions } = makeData(large);
  const python = pythonWithOpenCv();
  const opencv = (what: string): Command => ({
    command: [python ?? "", "test/bench/opponents/opencv.py", predictions, truth, what],
  });
  const score = (scores: string): Command => ({ command: cli("score", predictions, truth, "--scores", scores) });
  const timings: Record<string, ProcessTiming> = timeInTurn<string>(
    {
      floor: { command: floorOf({ truth, predictions }) },
      pixel: score("pixel"),
      alike: score("pixel,boundary_iou,hd95"),
      boundary: score("pixel,boundary"),
      all: score("pixel,boundary,objects"),
      ...(python !== undefined && { opencvPixel: opencv("pixel"), opencvBoundary: opencv("boundary") }),
    },
    runs,
  );
  if (python === undefined) console.log("  OpenCV: left out, there is no python3 that can import cv2");
  const { floor, pixel, alike, boundary, all, opencvPixel, opencvBoundary } = timings;
  const ratio = (a: ProcessTiming, b: ProcessTiming) => a.seconds.median / b.seconds.median;
  const seconds = ({ seconds: timing }: ProcessTiming) => ({ ...timing, unit: "s" });
  return {
    figures: {
      "zlib inflate and nothing else, two threads": seconds(floor),
      "pixel scores": seconds(pixel),
      "pixel scores, boundary IoU and HD95": seconds(alike),
      "pixel scores and the whole boundary family": seconds(boundary),
      "all scores": seconds(all),
      ...(opencvPixel && { "OpenCV, two processes: pixel scores": seconds(opencvPixel) }),
      ...(opencvBoundary && { "OpenCV, two processes: with boundary IoU and HD95": seconds(opencvBoundary) }),
      "peak memory, pixel scores": { ...pixel.megabytes, unit: "MB" },
      "peak memory, all scores": { ...all.megabytes, unit: "MB" },
    },
    ratios: {
      "pixel / floor": ratio(pixel, floor),
      "boundary / pixel": ratio(boundary, pixel),
      "all / pixel": ratio(all, pixel),
      ...(opencvPixel && { "pixel / OpenCV": ratio(pixel, opencvPixel) }),
      ...(opencvBoundary && {
        "like for like: pixel scores, boundary IoU and HD95 / OpenCV with the same": ratio(alike, opencvBoundary),
        "pixel scores and the whole boundary family / OpenCV with boundary IoU and HD95 only": ratio(
          boundary,
          opencvBoundary,
        ),
      }),
    },
  };
}

/** The first Python that has OpenCV. */
function pythonWithOpenCv(): string | undefined {
  return ["python3", "/usr/bin/python3"].find(
    (program) => spawnSync(program, ["-c", "import cv2"], { stdio: "ignore" }).status === 0,
  );
}
