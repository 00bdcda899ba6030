// AssemblyScript: `npm run wasm` compiles it.
//
// What decodes images and adds up their pixels has one memory: an image is read as a mask and weighed where it was decoded.

export { count, counts, map, note, table } from "../bytes";
export { countJoint, joint } from "../joint";
export { inflate, unfilter } from "../png/index";
export { addRepeatedly } from "../repeatedSum";
export { cells, isBinary, open, total, weigh, whole } from "../weigh/index";
export { imageAt, open as reserve, piece, stream } from "./places";
