import { element } from "../ui/dom.js";
import { drawElement } from "../ui/drawElement.js";

export interface FigureText {
  readonly title: string;
  /** The numbers of the pair, in lines. */
  readonly facts: readonly string[];
}

const MARGIN = 8;
const LINE = 22;

/** The picture of the page as it is, legend included, under its name and numbers: what goes into a paper or a chat. */
export async function figure(picture: HTMLElement, { title, facts }: FigureText): Promise<Blob> {
  const { left, top, width, height } = picture.getBoundingClientRect();
  const head = (1 + facts.length) * LINE + 2 * MARGIN;
  const ratio = window.devicePixelRatio;
  const canvas = element("canvas", {
    width: String(Math.round(width * ratio)),
    height: String(Math.round((height + head) * ratio)),
  });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser gave no canvas to draw on.");
  const { color, fontFamily, fontSize } = getComputedStyle(document.body);
  context.scale(ratio, ratio);
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, width, height + head);
  context.fillStyle = color;
  context.textBaseline = "middle";
  const room = width - 2 * MARGIN;
  context.font = `600 ${fontSize} ${fontFamily}`;
  context.fillText(title, MARGIN, MARGIN + LINE / 2, room);
  context.font = `${fontSize} ${fontFamily}`;
  for (const [i, line] of facts.entries()) context.fillText(line, MARGIN, MARGIN + LINE * (i + 1.5), room);
  drawElement(context, picture, { x: left, y: top - head });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no PNG."))), "image/png");
  });
}
