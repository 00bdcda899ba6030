import type { Brush, ChartColour } from "../ui/plot.js";

/** A ring at a point; filled with the colour behind, so that it shows on lines of its own colour. */
export function ring(brush: Brush, x: number, y: number, colour: ChartColour, radius = 3.5): void {
  const { context, ratio, paper } = brush;
  context.beginPath();
  context.arc(brush.x(x), brush.y(y), radius * ratio, 0, 2 * Math.PI);
  context.fillStyle = paper;
  context.fill();
  context.lineWidth = 1.5 * ratio;
  context.strokeStyle = brush.colour(colour);
  context.setLineDash([]);
  context.stroke();
}

/** A diamond at a point, with a word beside it. */
export function diamond(brush: Brush, x: number, y: number, colour: ChartColour, text: string): void {
  const { context, ratio } = brush;
  const [left, top, radius] = [brush.x(x), brush.y(y), 6 * ratio];
  context.beginPath();
  context.moveTo(left, top - radius);
  context.lineTo(left + radius, top);
  context.lineTo(left, top + radius);
  context.lineTo(left - radius, top);
  context.closePath();
  context.fillStyle = brush.colour(colour);
  context.fill();
  label(brush, left, top + 16 * ratio, text, x > 0.8 ? "right" : x < 0.2 ? "left" : "center");
}

/** Text with a rim in the colour behind, so that lines do not cross it. */
export function label(brush: Brush, left: number, top: number, text: string, align: CanvasTextAlign): void {
  const { context, ratio, paper, font } = brush;
  context.font = font;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.setLineDash([]);
  context.lineJoin = "round";
  context.lineWidth = 4 * ratio;
  context.strokeStyle = paper;
  context.strokeText(text, left, top);
  context.fillStyle = brush.colour("vscode-foreground");
  context.fillText(text, left, top);
}

/** A vertical line, dashed: where something is. */
export function upright(brush: Brush, x: number): void {
  const { context, ratio, top, bottom } = brush;
  context.beginPath();
  context.moveTo(brush.x(x), top);
  context.lineTo(brush.x(x), bottom);
  context.lineWidth = ratio;
  context.setLineDash([4 * ratio, 3 * ratio]);
  context.strokeStyle = brush.colour("vscode-foreground");
  context.stroke();
}

/** A straight line from corner to corner. */
export function diagonal(brush: Brush, text: string): void {
  const { context, ratio } = brush;
  context.beginPath();
  context.moveTo(brush.x(0), brush.y(0));
  context.lineTo(brush.x(1), brush.y(1));
  context.lineWidth = ratio;
  context.setLineDash([4 * ratio, 3 * ratio]);
  context.strokeStyle = brush.colour("vscode-descriptionForeground");
  context.stroke();
  label(brush, brush.x(0.5), brush.y(0.5), text, "center");
}
