import { stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { pairFolders } from "../../pairing/index.js";
import { isNamedLike } from "./folderNames.js";
import { FolderLister, foldersAbove } from "./subfolders.js";

const TYPES: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".bmp": "image/bmp",
  ".gif": "image/gif",
};

/** A page decodes an image whole; a larger file is left out rather than stalling it. */
const LARGEST_BYTES = 64 << 20;

/** The media type that the name of an image promises, or undefined where the page cannot show it. */
export function imageType(file: string): string | undefined {
  return TYPES[extname(file).toLowerCase()];
}

/** Finds the source images of pairs. It remembers what it listed: make a new one to see new files. */
export class SourceImages {
  private readonly lister = new FolderLister();
  /** Image by mask, both relative, by the pair of folders. */
  private readonly paired = new Map<string, Map<string, string>>();

  /** @param root the workspace folder; nothing above it is looked at. @param imageNames folder names that say images. */
  constructor(
    private readonly root: string | undefined,
    private readonly imageNames: readonly string[],
  ) {}

  /**
   * The source image of a pair: in a folder named like images that stands beside the folder of one of its masks, or
   * beside a folder above; it has the mask's name, but for extension and affix (`car_mask.png`, `car.jpg`).
   * @returns absolute path, or undefined where there is none.
   */
  async find(pair: { readonly prediction: string; readonly truth: string }): Promise<string | undefined> {
    for (const mask of [pair.truth, pair.prediction]) {
      const [folder, ...above] = foldersAbove(mask, this.root);
      if (folder === undefined) continue;
      for (const from of above) {
        // Sub-folders of the masks may be mirrored among the images: names are compared from here on.
        const masks = join(from, relative(from, folder).split(sep)[0] ?? "");
        for (const images of (await this.lister.list(from)).folders) {
          if (images === masks || !isNamedLike(images, this.imageNames)) continue;
          const image = (await this.pairing(images, masks)).get(relative(masks, mask).split(sep).join("/"));
          if (image !== undefined) return small(join(images, image));
        }
      }
    }
    return undefined;
  }

  private async pairing(images: string, masks: string): Promise<Map<string, string>> {
    const key = `${images}\n${masks}`;
    let known = this.paired.get(key);
    if (!known) {
      const isImage = (name: string) => imageType(name) !== undefined;
      const [imageFiles, maskFiles] = await Promise.all([
        this.lister.filesBelow(images, isImage),
        this.lister.filesBelow(masks, (name) => isImage(name) || name.toLowerCase().endsWith(".npy")),
      ]);
      const { pairs } = pairFolders(imageFiles, maskFiles);
      known = new Map(pairs.map(({ prediction, truth }) => [truth, prediction]));
      this.paired.set(key, known);
    }
    return known;
  }
}

async function small(file: string): Promise<string | undefined> {
  return (await stat(file)).size <= LARGEST_BYTES ? file : undefined;
}
