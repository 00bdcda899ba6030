import { Workbench } from "./workbench.js";

/** Mocha root hooks of the UI tests: a failed test leaves a picture of every open workbench. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== "failed") return;
    for (const workbench of Workbench.opened) {
      const picture = await workbench.failureScreenshot(test.fullTitle()).catch(() => undefined);
      if (picture !== undefined) console.log(`  picture: ${picture}`);
    }
  },
};
