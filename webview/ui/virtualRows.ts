import { element } from "./dom.js";
import { revealRow, rowsInSight } from "./rowWindow.js";

/** Height of a row, pixels: that of VS Code's lists. */
export const ROW = 22;
export interface VirtualRows {
  readonly element: HTMLElement;
  /** Draws `count` rows anew. */
  setCount(count: number): void;
  /** Scrolls so that a row is seen. */
  reveal(index: number): void;
  /** Draws what is seen again. */
  redraw(): void;
}

/** A scrolling list of any length of which only what is seen exists. */
export function createVirtualRows(row: (index: number) => HTMLElement): VirtualRows {
  const drawn = element("div", { class: "virtual-drawn" });
  const whole = element("div", { class: "virtual-whole" }, drawn);
  const scroller = element("div", { class: "virtual-rows" }, whole);
  let count = 0;
  let [first, last] = [0, -1];

  const list = () => ({ scroller, height: ROW, count });
  const draw = (isNew: boolean) => {
    const [from, to] = rowsInSight(list());
    if (!isNew && from === first && to === last) return;
    [first, last] = [from, to];
    drawn.replaceChildren(...Array.from({ length: Math.max(0, to - from) }, (_, i) => row(from + i)));
    drawn.style.setProperty("transform", `translateY(${from * ROW}px)`);
  };
  scroller.addEventListener("scroll", () => draw(false), { passive: true });
  new ResizeObserver(() => draw(false)).observe(scroller);

  return {
    element: scroller,
    setCount(rows) {
      count = rows;
      whole.style.setProperty("height", `${rows * ROW}px`);
      draw(true);
    },
    reveal(index) {
      revealRow(list(), index);
      draw(false);
    },
    redraw: () => draw(true),
  };
}
