import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { pageHtml } from "../../../../src/extension/web/pageHtml.js";

const html = pageHtml({ layout: "side", script: "s.js", style: "s.css", source: "https://own", nonce: "abc" });
const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";

describe("pageHtml", () => {
  it("allows nothing but its own script, style and font, and images from memory", () => {
    assert.deepEqual(policy.split("; "), [
      "default-src 'none'",
      "script-src 'nonce-abc'",
      `style-src https://own 'sha256-${createHash("sha256").update("").digest("base64")}'`,
      "font-src https://own",
      "img-src blob:",
    ]);
  });

  it("has no script or style of its own in line", () => {
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="abc" src="s.js">']);
    assert.doesNotMatch(html, /<style|style=|onclick=/);
  });

  it("tells the page its layout", () => assert.match(html, /<body data-layout="side">/));
});
