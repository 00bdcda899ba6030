import uPlot from "uplot";
import { element } from "./dom.js";

/** Colour of a series: a theme variable, without its dashes. */
export type ChartColour = `vscode-charts-${string}` | "vscode-foreground" | "vscode-descriptionForeground";

export interface PlotSeries {
  readonly colour: ChartColour;
  /** `steps`: a value holds up to the next x. `left`, `right`: bars beside the x. */
  readonly as: "line" | "steps" | "left" | "right" | "none";
  readonly dash?: readonly number[];
  readonly filled?: boolean;
}

export interface PlotOptions {
  readonly height: number;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly PlotSeries[];
  /** Counts on a logarithmic scale instead of parts from 0 to 1. */
  readonly log?: boolean;
  /** Draws on top, in the pixels of the canvas. */
  readonly draw?: (brush: Brush) => void;
  /** Draws over everything what moves more often than the curves change, without drawing those again. */
  readonly mark?: (brush: Brush) => void;
  /** The index that the pointer is at; null: it is elsewhere. */
  readonly onHover?: (index: number | null) => void;
}

/** What a drawing on top of a plot works with. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  /** Canvas pixels a CSS pixel. */
  readonly ratio: number;
  x(value: number): number;
  y(value: number): number;
  readonly top: number;
  readonly bottom: number;
  colour(name: ChartColour): string;
  /** The colour behind the plot. */
  readonly paper: string;
  readonly font: string;
}

export interface Plot {
  readonly element: HTMLElement;
  /** Lies over the plotting area, exactly. */
  readonly over: HTMLElement;
  /** Columns: x, then one a series. */
  setData(columns: ReadonlyArray<ReadonlyArray<number | null>>): void;
  /** Draws the mark again. */
  moveMark(): void;
  /** Draws again: the theme changed. */
  redraw(): void;
  /** CSS pixels from the left of the plotting area. */
  toPixels(x: number): number;
  toValue(pixels: number): number;
  onResize(listener: () => void): void;
}

const parts = [0, 0.25, 0.5, 0.75, 1];

/** A chart of lines or bars whose colours are the theme's own. The only file that knows the chart library. */
export function createPlot({ height, xTitle, yTitle, series, log = false, draw, mark, onHover }: PlotOptions): Plot {
  const root = element("div", { class: "plot" });
  const theme = createTheme(root);
  const { colour } = theme;
  const faint = () => `color-mix(in srgb, ${colour("vscode-foreground")} 14%, transparent)`;
  // Not that of the root, which stands nowhere yet.
  const font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const listeners: Array<() => void> = [];
  const axis = (title: string, side: number): uPlot.Axis => ({
    side,
    label: title,
    labelSize: 16,
    labelGap: 0,
    labelFont: font,
    font,
    size: side === 3 ? 36 : 22,
    gap: 4,
    stroke: () => colour("vscode-descriptionForeground"),
    grid: { stroke: faint, width: 1, ...(side === 3 && log && { filter: decades }) },
    ticks: { show: false },
    ...(side === 3 && log
      ? { filter: decades, values: (_, ticks) => ticks.map(short) }
      : {
          splits: () => parts,
          values: (_, ticks) => ticks.map((tick) => (tick === 0 || tick === 1 ? String(tick) : String(tick).slice(1))),
        }),
  });
  const plot = new uPlot(
    {
      width: 320,
      height,
      pxAlign: 1,
      padding: [6, 10, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        x: onHover !== undefined,
        points: { show: false },
        drag: { x: false, y: false, setScale: false },
      },
      scales: {
        x: { time: false, range: [0, 1] },
        y: log ? { distr: 3, range: (_, __, most) => [0.7, Math.max(10, most * 1.5)] } : { range: [0, 1.02] },
      },
      axes: [axis(xTitle, 2), axis(yTitle, 3)],
      series: [{}, ...series.map((one) => seriesOf(one, colour))],
      hooks: {
        draw: [
          (self) => {
            self.ctx.save();
            draw?.(brushOf(self, self.ctx, theme));
            self.ctx.restore();
            drawMark();
          },
        ],
        setCursor: [(self) => onHover?.(self.cursor.idx ?? null)],
        setSize: [() => listeners.forEach((listener) => void listener())],
      },
    },
    [[0, 1], ...series.map(() => [null, null])],
    root,
  );
  const top = mark && layOver(plot.ctx.canvas);
  const drawMark = () => {
    if (!mark || !top) return;
    // Clears as well.
    top.canvas.width = plot.ctx.canvas.width;
    top.canvas.height = plot.ctx.canvas.height;
    mark(brushOf(plot, top, theme));
  };
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width > 0 && width !== plot.width) plot.setSize({ width, height });
  }).observe(root);
  // The chart's words stand beside it; what can be moved on it must stay within reach.
  plot.ctx.canvas.setAttribute("aria-hidden", "true");
  return {
    element: root,
    over: plot.over,
    setData(columns) {
      // The library writes nothing into the columns; its types just do not say so.
      plot.setData(columns as uPlot.AlignedData);
    },
    moveMark() {
      // The first drawing of the chart, before which it has no scale, brings the mark along.
      if (plot.status === 1) drawMark();
    },
    redraw() {
      theme.forget();
      plot.redraw(false, true);
    },
    toPixels: (x) => plot.valToPos(x, "x"),
    toValue: (pixels) => plot.posToVal(pixels, "x"),
    onResize: (listener) => void listeners.push(listener),
  };
}

function seriesOf({ colour: name, as, dash, filled }: PlotSeries, colour: (name: ChartColour) => string): uPlot.Series {
  const { bars, stepped } = uPlot.paths;
  const paths = {
    line: undefined,
    steps: stepped?.({ align: 1 }),
    left: bars?.({ size: [0.42], align: -1 }),
    right: bars?.({ size: [0.42], align: 1 }),
    none: () => null,
  }[as];
  const stroke = () => colour(name);
  return {
    stroke,
    width: as === "left" || as === "right" ? 1 : 2,
    points: { show: false },
    ...(paths && { paths }),
    ...(dash && { dash: [...dash] }),
    ...(filled && { fill: stroke }),
  };
}

/** What the theme gives, each read once: every reading makes the browser resolve styles. */
function createTheme(root: HTMLElement) {
  const style = getComputedStyle(root);
  const known = new Map<string, string>();
  const read = (name: string, make: () => string): string => {
    // Until the chart stands somewhere it has no style.
    if (!root.isConnected) return make();
    const value = known.get(name) ?? make();
    known.set(name, value);
    return value;
  };
  const variable = (name: string) => read(name, () => style.getPropertyValue(`--${name}`).trim());
  return {
    colour: (name: ChartColour) => variable(name) || read("color", () => style.color),
    paper: () => variable("vscode-editor-background"),
    family: () => read("font-family", () => style.fontFamily),
    forget: () => known.clear(),
  };
}

/** A canvas that lies over another. */
function layOver(below: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const canvas = element("canvas", { class: "plot-mark", "aria-hidden": "true" });
  below.after(canvas);
  return canvas.getContext("2d");
}

function brushOf(plot: uPlot, context: CanvasRenderingContext2D, theme: ReturnType<typeof createTheme>): Brush {
  const { bbox } = plot;
  const ratio = uPlot.pxRatio;
  return {
    context,
    ratio,
    x: (value) => plot.valToPos(value, "x", true),
    y: (value) => plot.valToPos(value, "y", true),
    top: bbox.top,
    bottom: bbox.top + bbox.height,
    colour: theme.colour,
    paper: theme.paper(),
    font: `${11 * ratio}px ${theme.family()}`,
  };
}

/** Only powers of ten have a line and a number. */
function decades(_: uPlot, ticks: readonly number[]): Array<number | null> {
  return ticks.map((tick) => (Number.isInteger(Math.log10(tick)) ? tick : null));
}

/** 1, 10, 100, 1k, 10k, 100k, 1M. */
function short(count: number | null): string {
  if (count === null) return "";
  if (count >= 1e6) return `${count / 1e6}M`;
  return count >= 1e3 ? `${count / 1e3}k` : String(count);
}
