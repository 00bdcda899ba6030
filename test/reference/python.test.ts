import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../src/core/catalogue.js";
import {
  type ComparedValue,
  compareConventions,
  isLibrary,
  type LibraryName,
} from "../../src/core/conventions/index.js";
import { howRead, pythonSnippet } from "../../src/core/conventions/python.js";
import { defaultSettings, type Settings } from "../../src/core/settings.js";
import { encodePng } from "../../src/formats/png.js";
import type { PairJob } from "../../src/scoring/pairJob.js";
import { readPair } from "../../src/scoring/readPair.js";
import { evidenceOf } from "../../src/scoring/scorePair.js";
import { fileOf, pairs } from "./golden.js";

/** A script, and the value that it must print. */
interface Script {
  readonly title: string;
  readonly line: ComparedValue & { readonly preset: LibraryName };
  readonly code: string;
}

type Outcome = { readonly printed?: string; readonly raised?: string; readonly missing?: readonly string[] } & {
  readonly broken?: string;
};

const settings: Settings = { ...defaultSettings, compare: true };
/** Everything that a script must be told: another threshold, kernel and pixel, and parameters turned by hand. */
const turned: Settings = {
  ...settings,
  threshold: 0.3,
  kernel: 21,
  spacing: [0.5, 2],
  matchIou: 0.35,
  overrides: {
    bce: { epsilon: 1e-4 },
    focal: { gamma: 1, alpha: 0.6 },
    dice: { smooth: 3 },
    tversky: { alpha: 0.4, beta: 0.5 },
    lovasz_softmax: { classes: "all" },
    nsd1: { tolerance: 1.5 },
  },
};

function referencePair(name: string): PairJob {
  const pair = pairs.find((candidate) => candidate.name === name);
  assert.ok(pair, name);
  return { name, prediction: fileOf(pair.pred), truth: fileOf(pair.gt) };
}

/** The scripts of every score that the pair has, in every convention. */
function scriptsOf(job: PairJob, of: Settings): Script[] {
  const reading = readPair(job, of);
  const evidence = evidenceOf(reading, of);
  const { prediction, truth } = job;
  const files = { prediction, truth, ...howRead(evidence, reading.readAs, of) };
  return catalogue
    .filter(({ kinds }) => kinds.includes(evidence.kind))
    .flatMap(({ id }) =>
      compareConventions(evidence, of, id).flatMap((line): Script[] => {
        const { preset, variant, value } = line;
        if (!isLibrary(preset) || value === null) return [];
        const code = pythonSnippet(id, preset, files, of, variant);
        assert.ok(code !== null, id);
        return [{ title: `${job.name}: ${id} of ${preset} ${variant ?? ""}`, line: { ...line, preset }, code }];
      }),
    );
}

/** The interpreters looked for; the first that has NumPy and Pillow is taken, else the first that there is. */
const interpreters = [...(process.env.PYTHON ? [process.env.PYTHON] : []), "python3", "/usr/bin/python3"];

function interpreter(): string | undefined {
  const starts = (program: string, code: string) => spawnSync(program, ["-c", code]).status === 0;
  return (
    interpreters.find((program) => starts(program, "import numpy, PIL")) ??
    interpreters.find((program) => starts(program, ""))
  );
}

function run(scripts: readonly Script[]): Outcome[] | undefined {
  const program = interpreter();
  if (program === undefined) return undefined;
  const input = JSON.stringify(scripts.map(({ code }) => code));
  const options = { input, encoding: "utf8", maxBuffer: 1 << 26 } as const;
  const { stdout, stderr } = spawnSync(program, [join(__dirname, "snippets.py")], options);
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout) as Outcome[];
}

/** Why a script that ran did not print the value of its line; null where it did. */
function fault({ title, line: { value } }: Script, { printed, raised, broken }: Outcome): string | null {
  if (broken !== undefined) return `${title} does not compile: ${broken}`;
  if (raised !== undefined) return value === "raises" ? null : `${title} raises ${raised}, expected ${value}`;
  if (printed === undefined) return null;
  const number = Number(printed.replace(/^(-?)inf$/, "$1Infinity"));
  const fits =
    typeof value === "number"
      ? Math.abs(number - value) <= 2e-6 * Math.max(1e-3, Math.abs(value))
      : value === "nan"
        ? printed === "nan"
        : value === "inf" && number === Number.POSITIVE_INFINITY;
  return fits ? null : `${title} prints ${printed}, expected ${value}`;
}

describe("Python snippets", function () {
  this.timeout(120_000);
  let folder: string;
  let scripts: Script[];
  let outcomes: Outcome[];

  before(function () {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-snippets-"));
    scripts = [
      ...["p01_blob_101", "p06_empty_gt", "p08_both_empty", "h07_p16_128", "h10_f32"].flatMap((name) =>
        scriptsOf(referencePair(name), settings),
      ),
      ...scriptsOf(referencePair("p04_tiny_64x48"), turned),
      ...scriptsOf(withVoid(folder), { ...settings, ignore: 128 }),
      ...scriptsOf(referencePair("h13_voc_palette"), settings),
      ...["coloured", "soft", "gaps"].flatMap((name) => scriptsOf(labelPair(folder, name), { ...turned, classes })),
      ...scriptsOf(referencePair("h18_inst_256"), settings),
      ...scriptsOf(referencePair("h18_inst_256"), turned),
    ];
    const ran = run(scripts);
    if (ran) outcomes = ran;
    else this.skip();
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    if (!outcomes) return;
    const ran = scripts.filter((_, at) => !outcomes[at]?.missing);
    const libraries = [...new Set(ran.map(({ line }) => line.preset))].sort();
    console.log(
      `\n${scripts.length} Python scripts compile; ${ran.length} ran here and printed the value shown, of ${libraries.join(", ")}.`,
    );
  });

  it("compile, and print the value shown where their library is installed", () => {
    assert.ok(scripts.length > 500);
    assert.deepEqual(
      scripts.flatMap((script, at) => fault(script, outcomes[at] ?? {}) ?? []),
      [],
    );
  });

  it("ran at least where NumPy is enough", () => {
    const plain = scripts.filter(({ line }) => line.preset === "cityscapes" || line.preset === "dsb2018");
    assert.ok(plain.length > 3);
    for (const script of plain) {
      const { missing = [], printed } = outcomes[scripts.indexOf(script)] ?? {};
      assert.ok(
        printed !== undefined || missing.some((name) => ["numpy", "PIL", "scipy"].includes(name)),
        script.title,
      );
    }
  });
});

const SIDE = 24;
const colours = [
  [10, 20, 30],
  [200, 0, 0],
  [0, 90, 200],
] as const;
/** Not in ascending order, and with a gap: the order of the class maps is that of the list. */
const classes = [4, 0, 1].map((id, at) => ({ id, color: colours[at] ?? colours[0] }));

const idsOf = (shift: number) =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, at) => [0, 1, 4][(((at % SIDE) + shift) >> 3) % 3] ?? 0);

function write(folder: string, name: string, samples: Uint8Array, channels: 1 | 4 = 1): string {
  const file = join(folder, name);
  writeFileSync(file, encodePng({ width: SIDE, height: SIDE, channels, samples }));
  return file;
}

/** A NumPy file of float32, C x H x W. */
function writeNpy(folder: string, name: string, values: Float32Array): string {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (3, ${SIDE}, ${SIDE}), }`;
  const padded = `${header.padEnd(117)}\n`;
  const prefix = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, padded.length, 0]);
  const file = join(folder, name);
  writeFileSync(file, Buffer.concat([prefix, Buffer.from(padded), Buffer.from(values.buffer)]));
  return file;
}

function labelPair(folder: string, name: string): PairJob {
  const [truth, prediction] = [idsOf(0), idsOf(2)];
  const painted = (ids: Uint8Array) =>
    Uint8Array.from(
      Array.from(ids).flatMap((id) => [...(classes.find((entry) => entry.id === id)?.color ?? [1, 1, 1]), 255]),
    );
  // One pixel of no class, and one of an unlisted id.
  truth[5] = 77;
  if (name === "coloured") {
    return {
      name,
      truth: write(folder, "t-colour.png", painted(truth), 4),
      prediction: write(folder, "p-colour.png", painted(prediction), 4),
    };
  }
  const file = write(folder, `t-${name}.png`, truth);
  if (name === "gaps") return { name, truth: file, prediction: write(folder, "p-gaps.png", prediction) };
  const soft = new Float32Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const own = classes.findIndex(({ id }) => id === prediction[i]);
    const sure = 0.4 + ((i * 37) % 60) / 100;
    for (let c = 0; c < 3; c++) soft[c * SIDE * SIDE + i] = c === own ? sure : (1 - sure) / 2;
  }
  return { name, truth: file, prediction: writeNpy(folder, "p-soft.npy", soft) };
}

/** A probability mask whose truth has a third value to leave out. */
function withVoid(folder: string): PairJob {
  const truth = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => (at % SIDE < 3 ? 128 : at % SIDE < 14 ? 255 : 0));
  const prediction = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => ((at % SIDE) * 97 + (at >> 5) * 13) % 256);
  return {
    name: "void",
    truth: write(folder, "t-void.png", truth),
    prediction: write(folder, "p-void.png", prediction),
  };
}
