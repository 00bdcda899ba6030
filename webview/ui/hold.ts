/** Says when Space is held down on the stage, and when it is let go: there or anywhere. */
export function listenToHold(stage: HTMLElement, onHold: (held: boolean) => void): void {
  let isHeld = false;
  const hold = (held: boolean) => {
    if (held === isHeld) return;
    isHeld = held;
    onHold(held);
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || (event.target !== stage && event.target !== document.body)) return;
    event.preventDefault();
    hold(true);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === " ") hold(false);
  });
  window.addEventListener("blur", () => hold(false));
}
