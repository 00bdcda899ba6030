import assert from "node:assert/strict";
import type { Steps } from "../../../../src/core/steps.js";
import { createMotion } from "../../../../webview/stage/motion.js";
import { type FakeTime, fakeTime } from "../fakeTime.js";

describe("motion of the camera", () => {
  let time: FakeTime;
  let done: string[] = [];

  beforeEach(() => {
    time = fakeTime();
    done = [];
  });
  afterEach(() => time.restore());

  function* stepsOf(name: string): Steps {
    for (let i = 1; i <= 2; i++) {
      done.push(`${name} ${i}`);
      yield;
    }
  }

  const motionOf = () =>
    createMotion({
      forRest: () => stepsOf("rest"),
      forMovement: () => stepsOf("movement"),
      onRest: () => done.push("at rest"),
    });

  it("ends when the picture at rest is ready, a step at a time; then the next one is prepared", () => {
    const motion = motionOf();
    assert.equal(motion.isMoving, false);
    motion.move();
    assert.ok(motion.isMoving);
    assert.equal(time.idle(), false);
    time.elapse();
    time.idle();
    assert.deepEqual([done, motion.isMoving], [["rest 1"], true]);
    time.idle();
    time.idle();
    assert.deepEqual([done, motion.isMoving], [["rest 1", "rest 2", "at rest", "movement 1"], false]);
    while (time.idle());
    assert.deepEqual(done.slice(4), ["movement 2"]);
  });

  it("goes on when the camera moves again before it is ready", () => {
    const motion = motionOf();
    motion.move();
    time.elapse();
    time.idle();
    motion.move();
    assert.equal(time.idle(), false);
    assert.deepEqual([done, motion.isMoving], [["rest 1"], true]);
  });

  it("is prepared for as soon as a picture is shown, and not while there is motion", () => {
    const motion = motionOf();
    motion.show();
    time.idle();
    motion.show();
    time.idle();
    assert.deepEqual(done, ["movement 1", "movement 1"]);
    motion.move();
    motion.show();
    assert.equal(time.idle(), false);
  });
});
