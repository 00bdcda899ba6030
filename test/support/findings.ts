import axe from "axe-core";
import type { Frame } from "playwright-core";

/** What axe-core finds on a page that keeps a person out, in words; contrast that it cannot measure is no finding. */
export async function findings(frame: Frame): Promise<string[]> {
  // As an expression: the policy of the page forbids scripts of others, and the page is to be looked at as it is.
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => {
    const tool = (window as unknown as { axe: typeof import("axe-core") }).axe;
    return tool.run(document, { resultTypes: ["violations"] });
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
}
