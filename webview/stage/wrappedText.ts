import type { Rectangle } from "./viewport.js";

/** Divides a text at its spaces into lines that fit; a word that is too long has a line of its own. */
export function linesOf(text: string, room: number, widthOf: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const MARGIN = 8;

/** A text in the middle of a rectangle, in as many lines as it needs. @param height of the letters, device pixels. */
export function drawWrapped(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y, width, height: room }: Rectangle,
  { font, height }: { readonly font: string; readonly height: number },
): void {
  context.font = `${height}px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const lines = linesOf(text, width - 2 * MARGIN, (line) => context.measureText(line).width);
  const pitch = 1.4 * height;
  for (const [i, line] of lines.entries()) {
    context.fillText(line, x + width / 2, y + room / 2 + (i - (lines.length - 1) / 2) * pitch);
  }
}
