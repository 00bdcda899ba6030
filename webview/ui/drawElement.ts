import type { Point } from "../stage/viewport.js";

/**
 * Draws a part of the page as it is seen: its canvases, grounds, borders and words. Enough for legends and labels; the
 * browser itself lends no picture of a page to the page.
 * @param origin what of the window lies at the corner of the context, CSS pixels.
 */
export function drawElement(context: CanvasRenderingContext2D, root: HTMLElement, origin: Point): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof HTMLElement && isUnseen(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof HTMLElement) drawBox(context, node, origin);
    else if (node instanceof Text) drawWords(context, node, origin);
  }
}

function isUnseen(element: HTMLElement): boolean {
  return element.classList.contains("visually-hidden") || getComputedStyle(element).display === "none";
}

function drawBox(context: CanvasRenderingContext2D, element: HTMLElement, origin: Point): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const [x, y] = [left - origin.x, top - origin.y];
  const style = getComputedStyle(element);
  context.fillStyle = style.backgroundColor;
  context.fillRect(x, y, width, height);
  if (element instanceof HTMLCanvasElement && element.width > 0 && element.height > 0) {
    context.imageSmoothingEnabled = false;
    context.drawImage(element, x, y, width, height);
  }
  if (element.classList.contains("swatch")) hatch(context, element.classList, { x, y }, width, height);
  const border = Number.parseFloat(style.borderTopWidth);
  if (border === 0) return;
  context.fillStyle = style.borderTopColor;
  context.fillRect(x, y, width, border);
  if (Number.parseFloat(style.borderLeftWidth) === 0) return;
  context.strokeStyle = style.borderTopColor;
  context.lineWidth = border;
  context.strokeRect(x + border / 2, y + border / 2, width - border, height - border);
}

/** The marks that tell errors apart without colour, as the style sheet draws them: stripes and dots, 4 px apart. */
function hatch(context: CanvasRenderingContext2D, kind: DOMTokenList, { x, y }: Point, width: number, height: number) {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  if (kind.contains("fp")) {
    context.strokeStyle = "rgb(0 0 0 / 0.55)";
    context.lineWidth = 1;
    context.beginPath();
    for (let at = 0; at < width + height; at += 5) {
      context.moveTo(x + at, y);
      context.lineTo(x + at - height, y + height);
    }
    context.stroke();
  } else if (kind.contains("fn")) {
    context.fillStyle = "rgb(255 255 255 / 0.85)";
    for (let dy = 2; dy < height; dy += 4) {
      for (let dx = 2; dx < width; dx += 4) context.fillRect(x + dx - 0.75, y + dy - 0.75, 1.5, 1.5);
    }
  }
  context.restore();
}

/** Word by word: each stands where the browser has put it, whatever the wrapping. */
function drawWords(context: CanvasRenderingContext2D, text: Text, origin: Point): void {
  const parent = text.parentElement;
  if (!parent) return;
  const style = getComputedStyle(parent);
  context.fillStyle = style.color;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    if (width > 0) context.fillText(word, left - origin.x, top - origin.y + height / 2);
  }
}
