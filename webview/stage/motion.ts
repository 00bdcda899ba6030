import type { Steps } from "../../src/core/steps.js";
import { whenIdle } from "../ui/idle.js";

/** The camera is at rest when it has not moved for this long, milliseconds. */
const REST = 120;

/**
 * Whether the camera moves. What takes longer than a frame is made while nothing else is to do: the fine picture once the
 * camera rests, and then what the next movement will need.
 */
export interface Motion {
  readonly isMoving: boolean;
  /** The camera moved. */
  move(): void;
  /** Another picture is shown. */
  show(): void;
}

export interface MotionEvents {
  /** What the picture at rest needs. */
  forRest(): Steps;
  /** What pictures under way need. */
  forMovement(): Steps;
  onRest(): void;
}

export function createMotion({ forRest, forMovement, onRest }: MotionEvents): Motion {
  let isMoving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drop = () => {};

  function* rest(): Steps {
    yield* forRest();
    isMoving = false;
    onRest();
    yield* forMovement();
  }

  return {
    get isMoving() {
      return isMoving;
    },
    move() {
      isMoving = true;
      drop();
      clearTimeout(timer);
      timer = setTimeout(() => {
        drop = whenIdle(rest());
      }, REST);
    },
    show() {
      if (isMoving) return;
      drop();
      drop = whenIdle(forMovement());
    },
  };
}
