import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseCommand } from "../../../src/cli/arguments.js";
import { catalogue } from "../../../src/core/catalogue.js";
import { encodePng } from "../../../src/formats/png.js";

const root = resolve(__dirname, "../../..");
const data = join(root, "test/reference/data");

/** What the JSON of the contract looks like, as far as the tests read it. */
interface Document {
  schema: string;
  settings: { threshold: number; kernel: number; preset: string; families: string[]; scores?: string[] };
  pairs: Array<{
    name: string;
    kind: string;
    width: number;
    height: number;
    readAs: Record<string, string>;
    scores: Record<string, number | null>;
    classes?: Array<{ id: number; name?: string }>;
    perClass?: Record<string, Array<number | null>>;
    confusion?: number[][];
    perThreshold?: Record<string, Array<number | null>>;
    notes: string[];
  }>;
  failures: Array<{ name: string; file: string; reason: string }>;
  unmatched: { predictions: string[]; truth: string[] };
  summary: {
    macro: Record<string, { mean: number | null; n: number; excluded: number }>;
    micro: Record<string, number | null>;
  };
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const scoreJson = (...args: string[]): Document => JSON.parse(run("score", ...args, "--json", "-").stdout);

describe("mask-inspector score", () => {
  // Every test starts the command line several times.
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mask-inspector-"));
    for (const side of ["gt", "pred"]) mkdirSync(join(folder, side));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const [pred, gt] = [() => join(folder, "pred"), () => join(folder, "gt")];
  const add = (side: "gt" | "pred", from: string, to: string) =>
    copyFileSync(join(data, side, from), join(folder, side, to));

  it("reads no pair again that it keeps in --cache, and says the same", () => {
    for (const [side, name] of [
      ["gt", "a.png"],
      ["pred", "a.png"],
      ["gt", "b.png"],
      ["pred", "b.png"],
    ] as const) {
      add(side, "p01_blob_101.png", name);
      utimesSync(join(folder, side, name), 1e9, 1e9);
    }
    const again = () => run("score", pred(), gt(), "--cache", join(folder, "cache"), "--json", "-");
    const [first, second] = [again(), again()];
    assert.match(first.stderr, /^0 of 2 pairs were in the cache\.$/m);
    assert.match(second.stderr, /^2 of 2 pairs were in the cache\.$/m);
    assert.equal(second.stdout, first.stdout);
    add("pred", "p09_perfect.png", "b.png");
    // As young as it can be, for a machine that is busy.
    const soon = Date.now() / 1000 + 1.9;
    utimesSync(join(pred(), "b.png"), soon, soon);
    assert.match(again().stderr, /^1 of 2 pairs were in the cache\. 1 not kept: a file that is younger than 2 s/m);
  });

  it("refuses a --cache that can keep nothing, at once", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    const file = join(folder, "pred", "a.png");
    // In /proc, on systems that have it, no folder can be made; others refuse the path below a file alike.
    for (const cache of [file, join(file, "below"), "/proc/nowhere/below"]) {
      if (cache.startsWith("/proc") && process.platform !== "linux") continue;
      const { status, stderr } = run("score", pred(), gt(), "--cache", cache);
      assert.deepEqual([status, stderr.includes(`--cache ${cache}: `)], [2, true], stderr);
    }
    assert.equal(run("score", pred(), gt(), "--cache", join(folder, "not", "yet", "there")).status, 0);
  });

  it("says which output could not be written to its end, and leaves none empty that it did not come to", function () {
    if (process.platform !== "linux") this.skip();
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    const csv = join(folder, "scores.csv");
    const { status, stderr } = run("score", pred(), gt(), "--json", "/dev/full", "--csv", csv);
    assert.equal(status, 2);
    assert.match(stderr, /^mask-inspector: \/dev\/full could not be written to its end \(.*ENOSPC/m);
    assert.equal(existsSync(csv), false);
    const full = openSync("/dev/full", "w");
    const cut = spawnSync(process.execPath, [join(root, "dist/cli.js"), "score", pred(), gt(), "--csv", "-"], {
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    assert.equal(cut.status, 2);
    assert.match(cut.stderr, /^mask-inspector: standard output could not be written to its end \(.*\)\.\n$/);
  });

  it("says with --timings what the stages took, in one thread and in several, and the same otherwise", () => {
    for (const name of ["a.png", "b.png"]) {
      add("gt", "p01_blob_101.png", name);
      add("pred", "p01_blob_101.png", name);
    }
    const plain = run("score", pred(), gt(), "--csv", "-");
    for (const jobs of ["1", "2"]) {
      const { stdout, stderr } = run("score", pred(), gt(), "--csv", "-", "--timings", "--jobs", jobs);
      assert.equal(stdout, plain.stdout);
      for (const stage of ["read", "inflate", "unfilter", "distances", "scores", "from start to end"]) {
        assert.match(stderr, new RegExp(`^ {2}${stage} +\\d+\\.\\d{3}$`, "m"));
      }
    }
    assert.equal(plain.stderr, "");
  });

  it("writes the JSON of the contract", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    const document = scoreJson(pred(), gt());
    assert.equal(document.schema, "mask-inspector/scores@1");
    const [pair] = document.pairs;
    assert.deepEqual([pair.name, pair.kind, pair.width, pair.height], ["a", "binary", 101, 101]);
    assert.deepEqual(pair.readAs, { prediction: "8-bit probability (v / 255)", truth: "0/255 mask" });
    assert.deepEqual(
      Object.keys(pair.scores),
      catalogue.filter(({ kinds }) => kinds.includes("binary")).map(({ id }) => id),
    );
    assert.equal(pair.scores.tp, 2924);
    assert.deepEqual(document.failures, []);
    assert.deepEqual(document.summary.macro.tp, { mean: 2924, n: 1, excluded: 0, interval: null });
    assert.equal(document.summary.micro.iou, pair.scores.iou);
  });

  it("writes CSV: a row a pair, a column an id, empty where undefined", () => {
    add("gt", "p08_both_empty.png", "a.png");
    add("pred", "p08_both_empty.png", "a.png");
    const [head, row, ...rest] = run("score", pred(), gt(), "--csv", "-").stdout.trimEnd().split("\n");
    const columns = head.split(",");
    const cells = row.split(",");
    assert.deepEqual(rest, []);
    assert.equal(cells.length, columns.length);
    assert.equal(cells[columns.indexOf("iou")], "");
    assert.equal(cells[columns.indexOf("dice")], "0");
    assert.equal(cells[columns.indexOf("name")], "a");
  });

  it("pairs by affix, reports what has no partner, and scores the rest", () => {
    for (const name of ["p01_blob_101", "p04_tiny_64x48"]) {
      add("gt", `${name}.png`, `${name}_gt.png`);
      add("pred", `${name}.png`, `${name}_unet3.png`);
    }
    add("gt", "p05_ragged_256.png", "alone_gt.png");
    const document = scoreJson(pred(), gt());
    assert.equal(document.pairs.length, 2);
    assert.deepEqual(document.unmatched, { predictions: [], truth: ["alone_gt.png"] });
  });

  it("exits 1 when some pairs fail, each with file, reason and remedy", () => {
    add("gt", "p01_blob_101.png", "good.png");
    add("pred", "p01_blob_101.png", "good.png");
    add("gt", "p01_blob_101.png", "size.png");
    add("pred", "p04_tiny_64x48.png", "size.png");
    add("gt", "p01_blob_101.png", "torn.png");
    writeFileSync(join(pred(), "torn.png"), readFileSync(join(data, "pred/p01_blob_101.png")).subarray(0, 400));
    const { status, stdout } = run("score", pred(), gt(), "--json", "-");
    assert.equal(status, 1);
    const document: Document = JSON.parse(stdout);
    assert.deepEqual(
      document.pairs.map(({ name }) => name),
      ["good"],
    );
    assert.deepEqual(
      document.failures.map(({ name }) => name),
      ["size", "torn"],
    );
    assert.match(document.failures[0].reason, /101 x 101.*64 x 48.*Resize/s);
    const torn = { prediction: join(pred(), "torn.png"), truth: join(gt(), "torn.png") };
    assert.equal(document.failures[1].file, torn.prediction);
    assert.deepEqual(document.failures[1], { ...document.failures[1], ...torn });
  });

  it("says which of the two files is bad, and what to do, in the table and in the CSV", () => {
    for (const side of ["gt", "pred"] as const)
      for (const name of ["good.png", "torn.png"]) add(side, "p01_blob_101.png", name);
    writeFileSync(join(gt(), "torn.png"), readFileSync(join(data, "gt/p01_blob_101.png")).subarray(0, 400));
    const csv = join(folder, "scores.csv");
    const { status, stdout } = run("score", pred(), gt(), "--csv", csv);
    const line = `${join(gt(), "torn.png")}: Truncated PNG: the file ends inside the IDAT chunk. Copy or write the file again.`;
    assert.equal(status, 1);
    assert.ok(stdout.includes(`\nNot scored (1):\n  ${line}\n`), stdout);
    const row = readFileSync(csv, "utf8").split("\n")[2];
    assert.match(row, /^torn,[^,]*pred.torn\.png,[^,]*gt.torn\.png,,/);
    assert.ok(row.endsWith(`,${line}`), row);
  });

  it("exits 2 when nothing could be scored and says why", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "zebra.png");
    const { status, stderr } = run("score", pred(), gt());
    assert.equal(status, 2);
    assert.match(stderr, /Nothing could be scored/);
    symlinkSync("loop", join(folder, "loop"));
    const loop = run("score", join(folder, "loop"), gt());
    assert.equal(loop.status, 2);
    assert.match(
      loop.stderr,
      /^mask-inspector: .*loop: This is a link that leads in a circle\. Mend the link, or remove it\.\n$/,
    );
    const missing = run("score", join(folder, "nowhere"), gt());
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /nowhere/);
  });

  for (const args of [[], ["score"], ["score", "a"], ["score", "a", "b", "c"], ["paint"]]) {
    it(`treats "${args.join(" ")}" as ${args.length === 0 ? "a call for help" : "a usage error"}`, () => {
      const { status, stdout, stderr } = run(...args);
      assert.equal(status, args.length === 0 ? 0 : 64);
      assert.match(args.length === 0 ? stdout : stderr, /mask-inspector/);
    });
  }

  for (const [flag, value] of [
    ["--threshold", "2"],
    ["--threshold", ""],
    ["--kernel", "0"],
    ["--kernel", "2.5"],
    ["--kernel", "1000"],
    ["--set", "focal"],
    ["--preset", "none"],
    ["--jobs", "0"],
    ["--jobs", "1.5"],
    ["--scores", "pixels"],
    ["--scores", "pixel,hd96"],
    ["--scores", ""],
    ["--iou", "1"],
    ["--spacing", "1"],
    ["--spacing", "0,1"],
    ["--frob", "1"],
  ]) {
    it(`refuses ${flag} "${value}"`, () => {
      const { status, stderr } = run("score", pred(), gt(), flag, value);
      assert.equal(status, 64);
      assert.match(stderr, new RegExp(flag));
    });
  }

  it("says which families and scores there are, where --scores names none", () => {
    const { status, stderr } = run("score", pred(), gt(), "--scores", "iou,hd96");
    assert.equal(status, 64);
    for (const name of ["hd96", "pixel", "objects", "hd95", "boundary_iou"]) assert.ok(stderr.includes(name), name);
  });

  it("computes single scores as it does among all, and says which were chosen", () => {
    const files = [join(data, "pred/p01_blob_101.png"), join(data, "gt/p01_blob_101.png")];
    const [all] = scoreJson(...files).pairs;
    const { settings, pairs } = scoreJson(...files, "--scores", "hd95,objects,pq,boundary_iou,bce");
    assert.deepEqual(settings.families, ["objects"]);
    assert.deepEqual(settings.scores, ["bce", "boundary_iou", "hd95"]);
    const ids = catalogue.filter(({ id, family }) => family === "objects" || settings.scores?.includes(id));
    assert.deepEqual(pairs[0].scores, Object.fromEntries(ids.map(({ id }) => [id, all.scores[id]])));
    const csv = run("score", ...files, "--scores", "hd95", "--csv", "-").stdout;
    assert.match(csv, /,hd95(,|\r?\n)/);
    assert.doesNotMatch(csv, /boundary_iou|bce/);
  });

  it("says in one sentence what a mistyped flag or score may mean", () => {
    const flag = run("score", pred(), gt(), "--treshold", "0.4");
    assert.equal(
      flag.stderr,
      "mask-inspector: score has no flag --treshold; did you mean --threshold?\nTry: mask-inspector score --help\n",
    );
    for (const [args, hint] of [
      [["score", "a", "b", "--thres", "1"], "score has no flag --thres; did you mean --threshold?"],
      [["score", "a", "b", "--ignore-index", "1"], "score has no flag --ignore-index; did you mean --ignore?"],
      [["score", "a", "b", "--html", "x"], "score has no flag --html: report and compare have it."],
      [["report", "a", "b", "--csv-long", "x"], "report has no flag --csv-long: score has it."],
      [["score", "a", "b", "-o", "x"], "score has no flag -o."],
      [["scroe", "a", "b"], 'There is no command "scroe"; did you mean score?'],
    ] as const) {
      assert.throws(() => parseCommand(args), { message: hint });
    }
    const gate = run("score", pred(), gt(), "--fail-if", "iuo<0.8");
    assert.match(gate.stderr, /there is no score iuo; did you mean iou\?$/m);
  });

  it("prints the version of the package", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const args of [["--version"], ["score", "--version"]]) assert.equal(run(...args).stdout, `${version}\n`);
  });

  it("gives the same bytes with one thread and with several", () => {
    for (const name of ["p01_blob_101", "p03_5x7", "p05_ragged_256", "p12_single_pixel", "h07_p16_128"]) {
      add("gt", `${name}.png`, `${name}.png`);
      add("pred", `${name}.png`, `${name}.png`);
    }
    const one = run("score", pred(), gt(), "--json", "-", "--jobs", "1").stdout;
    // Three threads, one of which collects what the others send, and six workers beside it.
    for (const jobs of ["3", "6"]) assert.equal(run("score", pred(), gt(), "--json", "-", "--jobs", jobs).stdout, one);
    assert.equal(JSON.parse(one).pairs.length, 5);
  });

  it("obeys --threshold, --kernel, --set, --preset, --scores and --ignore", () => {
    const files = [join(data, "pred/p01_blob_101.png"), join(data, "gt/p01_blob_101.png")];
    const [plain] = scoreJson(...files).pairs;
    const [high] = scoreJson(...files, "--threshold", "0.9").pairs;
    assert.ok(Number(high.scores.recall) < Number(plain.scores.recall));
    const [small] = scoreJson(...files, "--kernel", "41").pairs;
    assert.ok(Math.abs(Number(small.scores.weighted_bce) - 0.25408551049761025) < 1e-9);
    const [turned] = scoreJson(...files, "--set", "focal.gamma=0", "--set", "focal.alpha=0.5").pairs;
    assert.ok(Math.abs(Number(turned.scores.focal) - Number(plain.scores.bce) / 2) < 1e-12);
    const [seed] = scoreJson(...files, "--preset", "seed").pairs;
    assert.ok(Math.abs(Number(seed.scores.focal) - 633.1330309316489) < 1e-6);
    const [objects] = scoreJson(...files, "--scores", "objects").pairs;
    assert.deepEqual(
      Object.keys(objects.scores),
      catalogue.filter(({ family }) => family === "objects").map(({ id }) => id),
    );
    const [halved] = scoreJson(...files, "--spacing", "0.5,0.5").pairs;
    assert.equal(halved.scores.hd, Number(plain.scores.hd) / 2);
    const [ignored] = scoreJson(...files, "--ignore", "255").pairs;
    assert.equal(ignored.scores.tp, 0);
  });

  it("says how large the truth is, beside each row", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    const [json, csv] = [join(folder, "scores.json"), join(folder, "scores.csv")];
    const { stdout } = run("score", pred(), gt(), "--preset", "keras", "--json", json, "--csv", csv);
    assert.match(stdout, /^pair +truth px /m);
    assert.match(stdout, /^a +3180 /m);
    assert.deepEqual(JSON.parse(readFileSync(json, "utf8")).pairs[0].truthArea, { pixels: 3180, counted: 10201 });
    const [head, row] = readFileSync(csv, "utf8").split("\n");
    assert.equal(row.split(",")[head.split(",").indexOf("truth_area")], "3180");
  });

  it("leaves an ignored value of a binary truth out of every sum, map and distance", () => {
    const side = 40;
    /** Truth: a bar of 255 beside a bar of 128, which is to be ignored. */
    const truth = Uint8Array.from({ length: side * side }, (_, at) => {
      const x = at % side;
      return x < 6 ? 128 : x < 20 ? 255 : 0;
    });
    const prediction = (there: number) =>
      Uint8Array.from({ length: side * side }, (_, at) => (at % side < 6 ? there : (at * 7919) % 256));
    const write = (to: string, samples: Uint8Array) =>
      writeFileSync(join(folder, to), encodePng({ width: side, height: side, channels: 1, samples }));
    write("gt/a.png", truth);
    const results = [0, 255].map((there) => {
      write("pred/a.png", prediction(there));
      return scoreJson(pred(), gt(), "--ignore", "128").pairs[0];
    });
    assert.deepEqual(results[0].scores, results[1].scores);
    const { tp, fp, fn, tn } = results[0].scores;
    assert.equal(Number(tp) + Number(fp) + Number(fn) + Number(tn), side * (side - 6));
    assert.match(results[0].readAs.truth, /128 = ignored/);
    // What is ignored is as what lies outside the image; only the width of boundary bands follows the image's size.
    const right = (samples: Uint8Array) => samples.filter((_, at) => at % side >= 6);
    const cropped = (to: string, samples: Uint8Array) =>
      writeFileSync(
        join(folder, to),
        encodePng({ width: side - 6, height: side, channels: 1, samples: right(samples) }),
      );
    cropped("gt/a.png", truth);
    cropped("pred/a.png", prediction(0));
    const { boundary_iou: _, ...outside } = scoreJson(pred(), gt()).pairs[0].scores;
    const { boundary_iou: __, ...ignored } = results[0].scores;
    assert.deepEqual(ignored, outside);
  });

  it("reports unknown colours with counts", () => {
    const write = (to: string, samples: readonly number[]) =>
      writeFileSync(
        join(folder, to),
        encodePng({ width: 2, height: 2, channels: 4, samples: Uint8Array.from(samples) }),
      );
    const [road, sky, odd] = [
      [128, 64, 128, 255],
      [70, 130, 180, 255],
      [1, 2, 3, 255],
    ];
    write("gt/a.png", [...road, ...sky, ...road, ...odd]);
    write("pred/a.png", [...road, ...odd, ...odd, ...sky]);
    const list = join(folder, "classes.json");
    writeFileSync(
      list,
      JSON.stringify([
        { id: 0, color: [128, 64, 128] },
        { id: 1, color: [70, 130, 180] },
      ]),
    );
    const [{ notes, confusion }] = scoreJson(pred(), gt(), "--classes", list).pairs;
    assert.match(notes.join("\n"), /truth: 1 pixel has colours that no class has \(\(1, 2, 3\) 1\): left out/);
    assert.match(
      notes.join("\n"),
      /prediction: 2 pixels have colours that no class has \(\(1, 2, 3\) 2\): counted as missed/,
    );
    assert.deepEqual(confusion, [
      [1, 0],
      [0, 0],
    ]);
  });

  it("measures the normalised surface distance at any tolerance", () => {
    const files = [join(data, "pred/p01_blob_101.png"), join(data, "gt/p01_blob_101.png")];
    const [{ scores }] = scoreJson(...files, "--set", "nsd1.tolerance=2").pairs;
    assert.equal(scores.nsd1, scores.nsd2);
  });

  it("shows the scores that were asked for, sorted by the first of them", () => {
    for (const name of ["p01_blob_101", "p03_5x7"])
      for (const side of ["gt", "pred"] as const) add(side, `${name}.png`, `${name}.png`);
    const table = (...args: string[]) => run("score", pred(), gt(), ...args).stdout;
    assert.match(table("--scores", "hd95"), /^pair +truth px +hd95 ↓\n/);
    assert.match(table("--scores", "hd95"), /worst hd95 first/);
    assert.match(table("--scores", "pixel,boundary_iou"), /^pair .* iou ↑ .* boundary_iou ↑\n/);
    assert.match(table("--scores", "boundary"), /^pair .* boundary_iou ↑ .* hd95 ↓/);
    assert.match(table("--scores", "hd95", "--preset", "keras"), /keras has none of the scores asked for/);
    assert.match(
      table("--scores", "hd95", "--kind", "labels"),
      /2 pairs; label maps have none of the scores asked for/,
    );
    assert.match(table("--empty", "one"), /undefined scores count as 1 in macro/);
  });

  it("says which folder holds no mask, and that one folder is given twice", () => {
    add("gt", "p01_blob_101.png", "a.png");
    const empty = run("score", pred(), gt());
    assert.equal(empty.status, 2);
    assert.match(empty.stderr, /Nothing could be scored: there is no mask \(PNG or NumPy \.npy\) in .*pred\.\n$/);
    const twice = run("score", gt(), `${gt()}/`);
    assert.deepEqual([twice.status, twice.stderr], [0, `Note: ${gt()}/ is both the predictions and the truth.\n`]);
  });

  it("says what it does not read where partners are missing, and which sub-folders pair", () => {
    add("gt", "p01_blob_101.png", "a.png");
    for (const name of ["a.jpg", "b.jpg", "c.tif", "log.txt"]) writeFileSync(join(pred(), name), "x");
    const { stderr } = run("score", pred(), gt());
    assert.match(stderr, /Not read in .*pred: 2 \.jpg, 1 \.tif\. Masks are PNG or NumPy/);
    assert.doesNotMatch(stderr, /sub-folders/);
    for (const model of ["one", "two", "none"]) mkdirSync(join(pred(), model));
    for (const model of ["one", "two"]) add("pred", "p01_blob_101.png", `${model}/a.png`);
    const { status, stderr: nested } = run("score", pred(), gt());
    assert.equal(status, 2);
    assert.match(nested, /Its sub-folders have: name one of .*pred.one, .*pred.two; compare takes several\.\n/);
  });

  it("notes what was left out of names to find partners", () => {
    for (const name of ["a", "b"]) {
      add("gt", "p01_blob_101.png", `${name}_truth.png`);
      add("pred", "p01_blob_101.png", `${name}_pred.png`);
    }
    assert.match(
      run("score", pred(), gt()).stderr,
      /names are paired with _pred \(suffix\) off the predictions and _truth \(suffix\) off the ground truth\.\n/,
    );
    add("gt", "p01_blob_101.png", "a.png");
    add("gt", "p01_blob_101.png", "b.png");
    assert.match(run("score", pred(), gt()).stderr, /names are paired with _pred \(suffix\) off the predictions\.\n/);
  });

  it("notes folders in the wrong order, and what many pairs have in common", () => {
    for (const name of ["a.png", "b.png"]) {
      add("gt", "p01_blob_101.png", name);
      add("pred", "p01_blob_101.png", name);
    }
    const swapped = run("score", gt(), pred());
    assert.match(swapped.stderr, /gt is named like ground truth, and was given as the predictions/);
    assert.match(swapped.stdout, /^Notes:\n {2}all 2 pairs: the truth has many greys.*are the two swapped\?$/m);
    const right = run("score", pred(), gt());
    assert.equal(right.stderr, "");
    assert.doesNotMatch(right.stdout, /Notes/);
  });

  it("writes files as well as the table", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    const [json, csv] = [join(folder, "scores.json"), join(folder, "scores.csv")];
    const { status, stdout } = run("score", pred(), gt(), "--json", json, "--csv", csv);
    assert.equal(status, 0);
    assert.match(stdout, /macro \(mean of images\)/);
    assert.equal(JSON.parse(readFileSync(json, "utf8")).pairs.length, 1);
    assert.match(readFileSync(csv, "utf8"), /^name,/);
  });

  it("scores label maps: classes, matrix and values by class", () => {
    add("gt", "h13_voc_palette.png", "a.png");
    add("pred", "h13_voc_palette.png", "a.png");
    const list = join(folder, "classes.json");
    writeFileSync(list, JSON.stringify(["sky", "road", "car", "tree", "wall"].map((name, id) => ({ id, name }))));
    const [pair] = scoreJson(pred(), gt(), "--classes", list).pairs;
    assert.equal(pair.kind, "labels");
    assert.deepEqual(pair.classes?.[4], { id: 4, name: "wall" });
    assert.equal(pair.perClass?.iou.length, 5);
    assert.equal(pair.confusion?.[0][0], 3597);
    const [plain] = scoreJson(pred(), gt()).pairs;
    assert.deepEqual(plain.confusion, pair.confusion);
    const [all] = scoreJson(pred(), gt(), "--ignore", "0").pairs;
    assert.equal(all.confusion?.length, 255);
    const [merged] = scoreJson(pred(), gt(), "--kind", "binary").pairs;
    assert.equal(merged.kind, "binary");
    assert.match(run("score", pred(), gt(), "--classes", list).stdout, /wall +0\.5625/);
  });

  it("scores instance maps, at any IoU", () => {
    add("gt", "h18_inst_256.png", "a.png");
    add("pred", "h18_inst_256.png", "a.png");
    const [pair] = scoreJson(pred(), gt()).pairs;
    assert.equal(pair.kind, "objects");
    assert.ok(Math.abs(Number(pair.scores.pq) - 0.5089901604598408) < 1e-12);
    assert.equal(pair.perThreshold?.object_ap.length, 10);
    const [low] = scoreJson(pred(), gt(), "--iou", "0.1").pairs;
    assert.ok(Number(low.scores.object_recall) > Number(pair.scores.object_recall));
    assert.equal(low.scores.object_ap, pair.scores.object_ap);
  });

  it("sets every library beside the default for label and instance maps too", () => {
    const columns = (name: string) => {
      add("gt", `${name}.png`, `${name}.png`);
      add("pred", `${name}.png`, `${name}.png`);
      const files = [join(pred(), `${name}.png`), join(gt(), `${name}.png`)];
      return run("score", ...files, "--preset", "all", "--csv", "-")
        .stdout.split("\n")[0]
        .split(",");
    };
    const labels = columns("h13_voc_palette");
    for (const library of ["keras", "smp", "monai", "torchmetrics", "sklearn", "pytorch-fcn", "cityscapes"])
      assert.ok(labels.includes(`miou@${library}`), library);
    const objects = columns("h18_inst_256");
    for (const library of ["stardist", "cellpose", "dsb2018"])
      assert.ok(objects.includes(`object_ap@${library}`), library);
    for (const library of ["stardist", "monai", "panopticapi"]) assert.ok(objects.includes(`pq@${library}`), library);
  });

  it("scores a folder of several kinds, with one thread as with two", () => {
    for (const name of ["h13_voc_palette", "h18_inst_256", "p01_blob_101"]) {
      add("gt", `${name}.png`, `${name}.png`);
      add("pred", `${name}.png`, `${name}.png`);
    }
    const one = run("score", pred(), gt(), "--json", "-", "--jobs", "1");
    assert.equal(one.status, 0);
    assert.equal(run("score", pred(), gt(), "--json", "-", "--jobs", "2").stdout, one.stdout);
    assert.deepEqual(Object.keys(JSON.parse(one.stdout).summary.byKind).sort(), ["binary", "labels", "objects"]);
  });

  for (const [text, message] of [
    ["{", /classes\.json: The class list is not JSON/],
    ['[{"id": 1}, {"id": 1}]', /entries 1 and 2 of the class list have the same id, 1\. Keep one of them\./i],
    [null, /--classes: There is no file or folder .*classes\.json that can be read/],
  ] as const) {
    it(`refuses the class list ${text}`, () => {
      const list = join(folder, "classes.json");
      if (text !== null) writeFileSync(list, text);
      const { status, stderr } = run("score", pred(), gt(), "--classes", list);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
  }

  it("hands everything to a pipe that is slow to read, however long", () => {
    for (let i = 0; i < 60; i++) {
      add("gt", "p04_tiny_64x48.png", `${i}.png`);
      add("pred", "p04_tiny_64x48.png", `${i}.png`);
    }
    const command = `"${process.execPath}" "${join(root, "dist/cli.js")}" score "${pred()}" "${gt()}" --json - | (sleep 1; cat)`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.equal(stderr, "");
    assert.ok(stdout.length > 1 << 17);
    assert.equal(JSON.parse(stdout).pairs.length, 60);
  });

  it("refuses an output file that cannot be written before it scores", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    const { status, stderr } = run("score", pred(), gt(), "--csv", join(folder, "nowhere", "x.csv"));
    assert.equal(status, 2);
    assert.match(stderr, /x\.csv cannot be written/);
  });

  it("lists files without a partner in the CSV, and says so beside piped output", () => {
    add("gt", "p01_blob_101.png", "a.png");
    add("pred", "p01_blob_101.png", "a.png");
    add("gt", "p01_blob_101.png", "alone.png");
    const { status, stdout, stderr } = run("score", pred(), gt(), "--csv", "-");
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^alone,,${join(gt(), "alone.png")},.*,No prediction\\.$`, "m"));
    assert.match(stderr, /1 without a partner/);
  });
});
