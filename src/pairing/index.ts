export { type Ambiguity, type MaskPair, type Pairing, pairFolders } from "./folders.js";
export { naturalOrder } from "./natural.js";
export { isNamedAsTruth, type RankedFolder, rankTruthFolders } from "./rank.js";
