import type { Interval } from "../../src/core/bootstrap.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT] = [160, 16];
const EDGE = 4;

function svg(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const created = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}

/** The axis that marks stand on: from the least to the most that any of them reaches, with 0 where asked for. */
export function axisOf(spans: ReadonlyArray<Interval | null>, ...points: ReadonlyArray<number | null>): Interval {
  const all = [...spans.flatMap((span) => span ?? []), ...points.flatMap((point) => point ?? [])];
  return all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
}

/** A mean as a dot on its interval, along an axis; the numbers beside it say the same. */
export function intervalMark(
  mean: number | null,
  interval: Interval | null,
  [from, to]: Interval,
  zero = false,
): SVGElement {
  const x = (value: number) => (to > from ? EDGE + ((value - from) / (to - from)) * (WIDTH - 2 * EDGE) : WIDTH / 2);
  const mark = svg("svg", { class: "interval", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" });
  if (zero) mark.append(svg("path", { class: "zero", d: `M${x(0)} 0V${HEIGHT}` }));
  if (interval) {
    const [low, high] = interval.map(x);
    mark.append(svg("path", { class: "span", d: `M${low} 8H${high}M${low} 4V12M${high} 4V12` }));
  }
  if (mean !== null) mark.append(svg("circle", { cx: x(mean), cy: HEIGHT / 2, r: 3.5 }));
  return mark;
}

/** Better, equal and worse images as parts of a bar. */
export function tallyBar(wins: number, ties: number, losses: number): SVGElement {
  const all = Math.max(1, wins + ties + losses);
  const bar = svg("svg", { class: "tally", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  let at = 0;
  for (const [name, count] of [
    ["worse", losses],
    ["equal", ties],
    ["better", wins],
  ] as const) {
    const width = (100 * count) / all;
    bar.append(svg("rect", { class: name, x: at, y: 0, width, height: 8 }));
    at += width;
  }
  return bar;
}

/** A difference as a bar from the middle: to the right where it is an improvement, to the left where a regression. */
export function differenceBar(improvement: number | null, largest: number): SVGElement {
  const bar = svg("svg", {
    class: "difference-bar",
    viewBox: "-50 0 100 8",
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  const length = improvement === null || largest === 0 ? 0 : (50 * improvement) / largest;
  bar.append(
    svg("rect", {
      class: length < 0 ? "worse" : "better",
      x: Math.min(0, length),
      y: 0,
      width: Math.abs(length),
      height: 8,
    }),
    svg("path", { class: "zero", d: "M0 0V8", "vector-effect": "non-scaling-stroke" }),
  );
  return bar;
}
