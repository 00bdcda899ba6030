import { l10n } from "vscode";
import type { NextStep } from "../problem.js";

/** The step that leads on when a ground truth does not fit. */
export function chooseAnother(predictions: string): NextStep[] {
  return [
    { title: l10n.t("Choose Ground Truth…"), command: "maskInspector.chooseGroundTruth", args: [{ predictions }] },
  ];
}
