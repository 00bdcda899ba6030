import assert from "node:assert/strict";
import { agreementColours, divergingMaps, mapOf, type Rgb, regionColours } from "../../../../webview/stage/palettes.js";

type Linear = readonly number[];

/** Without one kind of cones, in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes: Readonly<Record<string, readonly Linear[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (colour: Rgb): Linear =>
  colour.map((value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));

const times = (matrix: readonly Linear[], colour: Linear): Linear =>
  matrix.map((row) => row.reduce((sum, part, i) => sum + part * colour[i], 0)).map((v) => Math.min(1, Math.max(0, v)));

const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** CIE 1976 L*a*b* of linear sRGB under D65. */
function lab([r, g, b]: Linear): Linear {
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    luminance([r, g, b]),
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: Linear, b: Linear) => Math.hypot(...lab(a).map((v, i) => v - lab(b)[i]));

describe("the maps of signed values", () => {
  const colourAt = (name: string, step: number): Linear => {
    const packed = mapOf(name)[step];
    return linear([packed & 255, (packed >> 8) & 255, (packed >> 16) & 255]);
  };

  it("tell the sides of 0 apart for eyes without one kind of cones, from a tenth of the largest on", () => {
    // By the square root, a tenth of the largest is a third of the way out.
    for (const name of divergingMaps)
      for (const [kind, eye] of Object.entries(eyes))
        for (let out = 41; out <= 127; out++) {
          const [below, above] = [127 - out, 128 + out].map((step) => times(eye, colourAt(name, step)));
          assert.ok(apart(below, above) >= 15, `${name}, ${kind}, ${out}: ${apart(below, above)}`);
        }
  });

  it("are the farther from their middle the greater the value", () => {
    for (const name of divergingMaps)
      for (const side of [-1, 1]) {
        const lightness = [0, 32, 64, 96, 127].map((out) => lab(colourAt(name, side < 0 ? 127 - out : 128 + out))[0]);
        const way = Math.sign(lightness[4] - lightness[0]);
        for (let i = 1; i < lightness.length; i++) assert.ok(way * (lightness[i] - lightness[i - 1]) > 0, name);
      }
  });
});

describe("the colours of what two predictions agree on", () => {
  const own = Object.values(agreementColours).map(linear);

  it("are told apart by eyes without one kind of cones", () => {
    for (const [name, eye] of Object.entries(eyes))
      for (const [i, a] of own.entries())
        for (const b of own.slice(i + 1)) assert.ok(apart(times(eye, a), times(eye, b)) >= 18, name);
  });

  it("are not taken for those of errors, and show on dark and light", () => {
    for (const colour of own) {
      for (const region of [regionColours.tp, regionColours.fp, regionColours.fn])
        assert.ok(apart(colour, linear(region)) >= 40);
      const contrasts = [linear([30, 30, 30]), linear([255, 255, 255])].map((ground) => {
        const [most, least] = [luminance(colour), luminance(ground)].sort((a, b) => b - a);
        return (most + 0.05) / (least + 0.05);
      });
      assert.ok(contrasts.every((contrast) => contrast >= 3));
    }
  });
});
