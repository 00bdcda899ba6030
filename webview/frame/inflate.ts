import type { DeflatedDistances, DeflatedPlane, DeflatedWeight, DeflatedWords } from "../../src/core/maps/deflated.js";
import type { WeightMap, WordMap } from "../../src/core/maps/quantise.js";
import type { HostCalls } from "../../src/protocol/calls.js";
import type { PairScores, PairView, SentPair, SentScores } from "../../src/protocol/pairView.js";
import type { Distances, Reread } from "../stage/scene.js";

/** The browser inflates aside, while the page does something else. */
async function inflateBuffer({ deflated }: DeflatedPlane): Promise<ArrayBuffer> {
  const stream = new Blob([deflated as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  return await new Response(stream).arrayBuffer();
}

async function inflate(plane: DeflatedPlane): Promise<Uint8Array | Uint16Array> {
  const buffer = await inflateBuffer(plane);
  return plane.samples === "bytes" ? new Uint8Array(buffer) : new Uint16Array(buffer);
}

/** A plane whose samples are bytes in any case. */
const inflateBytes = async (plane: DeflatedPlane) => new Uint8Array(await inflateBuffer(plane));

async function inflateWeight({ bytes, ...map }: DeflatedWeight): Promise<WeightMap> {
  return { ...map, bytes: await inflateBytes(bytes) };
}

const inflateWords = async ({ words, ...map }: DeflatedWords): Promise<WordMap> => ({
  ...map,
  words: new Uint16Array(await inflateBuffer(words)),
});

export async function inflateDistances({ signed, squared }: DeflatedDistances): Promise<Distances> {
  const [ofTruth, ofBoth] = await Promise.all([inflateWords(signed), inflateWords(squared)]);
  return { signed: ofTruth, squared: ofBoth };
}

/** A pair as it arrived, ready to be looked at. */
export async function inflatePair({ pixels, other, ...facts }: SentPair): Promise<PairView> {
  const [truth, prediction, weight, predictionOfOther] = await Promise.all([
    inflateBytes(pixels.truth),
    inflate(pixels.prediction),
    pixels.weight && inflateWeight(pixels.weight),
    other && inflate(other.prediction),
  ]);
  const { weight: _, ...rest } = pixels;
  return {
    ...facts,
    pixels: { ...rest, truth, prediction, ...(weight && { weight }) },
    ...(other && predictionOfOther && { other: { ...other, prediction: predictionOfOther } }),
  };
}

/** What was read of a pair's pixels again. */
export async function inflateReread({
  evidence,
  weight,
  prediction,
}: Awaited<ReturnType<HostCalls["regather"]>>): Promise<Reread> {
  const [weights, edited] = await Promise.all([inflateWeight(weight), prediction && inflate(prediction)]);
  return { evidence, weight: weights, ...(edited && { prediction: edited }) };
}

export async function inflateScores({ maps, other, ...facts }: SentScores): Promise<PairScores> {
  const [truth, prediction, ofOther] = await Promise.all([
    inflate(maps.truth),
    inflate(maps.prediction),
    other && inflate(other.prediction),
  ]);
  return {
    ...facts,
    maps: { ...maps, truth, prediction },
    ...(other && ofOther && { other: { ...other, prediction: ofOther } }),
  };
}
