import type { CDPSession, Page } from "playwright-core";

/** What a hand does to the stage, as a mouse tells it. */
export type Gesture = "zoom" | "pan";

/** Inputs of a gesture, and how often they come: as those of a mouse, some for every frame. */
export const INPUTS = 240;
const PACE_MS = 8;

/** Units of the wheel an input: from a mask that fits to single pixels and back. */
const WHEEL = 22;

/** CSS pixels an input. */
const DRAG = { x: 2, y: 1 } as const;

/** Puts the mouse in the middle of the stage. @returns where that is. */
export async function pointAtStage(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator('[data-testid="stage-canvas"]').boundingBox();
  if (!box) throw new Error("The page shows no stage.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  return { x, y };
}

/** Zooms in and out again, or drags there and back, by the mouse where it is. */
export async function gesture(
  kind: Gesture,
  page: Page,
  session: CDPSession,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<void> {
  if (kind === "zoom") {
    await paced((i) =>
      session.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        x,
        y,
        deltaX: 0,
        deltaY: i < INPUTS / 2 ? -WHEEL : WHEEL,
      }),
    );
    return;
  }
  await page.mouse.down();
  await paced((i) => {
    const away = Math.min(i, INPUTS - i);
    const to = { x: x + DRAG.x * away, y: y + DRAG.y * away };
    return session.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...to, button: "left", buttons: 1 });
  });
  await page.mouse.up();
}

/** One input after another, whether the page is done with the last or not: a hand does not wait. */
function paced(input: (i: number) => Promise<unknown>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      sent.push(input(sent.length));
      if (sent.length < INPUTS) return;
      clearInterval(timer);
      Promise.all(sent).then(() => resolve(), reject);
    }, PACE_MS);
  });
}
