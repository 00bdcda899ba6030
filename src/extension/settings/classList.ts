import { readFile } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import type { LabelClass } from "../../core/labels/classes.js";
import { classesOf, parseClasses } from "../../formats/classes.js";
import { FormatError } from "../../formats/image.js";
import { sentence } from "../../report/report.js";
import { type NextStep, Problem } from "../problem.js";

const OPEN_SETTING: NextStep = {
  title: "Open Setting",
  command: "workbench.action.openSettings",
  args: ["maskInspector.classes"],
};

/**
 * The classes that the setting `maskInspector.classes` lists, as `--classes` does: the path of a file, or the list itself.
 *
 * @param root folder that a relative path starts from.
 * @returns undefined where nothing is set.
 * @throws Problem that names the file, and says what is wrong with it.
 */
export async function classesFrom(
  value: unknown,
  root: string | undefined,
): Promise<readonly LabelClass[] | undefined> {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") return judged("The setting maskInspector.classes", () => classesOf(value));
  if (root === undefined && !isAbsolute(value)) {
    throw new Problem(
      `The setting maskInspector.classes names ${value}, but there is no folder that this path could start from.`,
      "Write an absolute path.",
      [OPEN_SETTING],
    );
  }
  const file = resolve(root ?? "", value);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined) return judged(file, () => parseClasses(text));
  throw new Problem(
    `There is no file ${file} that can be read; the setting maskInspector.classes names it.`,
    "Write the path of a JSON list of classes, absolute or relative to the workspace folder.",
    [OPEN_SETTING],
  );
}

function judged(where: string, read: () => readonly LabelClass[]): readonly LabelClass[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Problem(`${where}: ${sentence(error.message)}`, error.remedy, [OPEN_SETTING]);
  }
}
