interface Kind {
  readonly what: string;
  readonly remedy: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}

const AS_PNG = "Save the mask as PNG (8 or 16 bit gray) or as a NumPy array.";
const LOSSY = `${AS_PNG} Lossy compression blurs mask values, so write it from the original, not from this file.`;

const KINDS: readonly Kind[] = [
  { what: "an empty file", remedy: "Write the file again: it has no bytes.", matches: (b) => b.length === 0 },
  { what: "a JPEG image", remedy: LOSSY, matches: starts("\xff\xd8\xff") },
  {
    what: "a TIFF image",
    remedy: AS_PNG,
    matches: any(starts("II*\0"), starts("MM\0*"), starts("II+\0"), starts("MM\0+")),
  },
  { what: "a GIF image", remedy: AS_PNG, matches: starts("GIF8") },
  { what: "a WebP image", remedy: LOSSY, matches: all(starts("RIFF"), starts("WEBP", 8)) },
  { what: "a HEIF or AVIF image", remedy: LOSSY, matches: starts("ftyp", 4) },
  { what: "a JPEG 2000 image", remedy: AS_PNG, matches: any(starts("\0\0\0\x0cjP"), starts("\xff\x4f\xff\x51")) },
  { what: "a BMP image", remedy: AS_PNG, matches: all(starts("BM"), starts("\0\0\0\0", 6)) },
  {
    what: "a Netpbm image",
    remedy: AS_PNG,
    matches: (b) => starts("P")(b) && isIn(b[1], "1234567") && isIn(b[2], " \t\r\n"),
  },
  {
    what: "a ZIP archive (NumPy .npz?)",
    remedy: "Save each mask with numpy.save as .npy, or as PNG.",
    matches: starts("PK\x03\x04"),
  },
  { what: "a gzip file", remedy: `Unpack it. ${AS_PNG}`, matches: starts("\x1f\x8b") },
  { what: "an HDF5 file", remedy: AS_PNG, matches: starts("\x89HDF") },
  { what: "a MATLAB file", remedy: AS_PNG, matches: starts("MATLAB") },
  { what: "a DICOM file", remedy: AS_PNG, matches: starts("DICM", 128) },
  { what: "a NIfTI file", remedy: AS_PNG, matches: any(starts("n+1\0", 344), starts("ni1\0", 344)) },
  { what: "a PDF file", remedy: AS_PNG, matches: starts("%PDF") },
  {
    what: "a Git LFS pointer, not the file itself",
    remedy: "Fetch the file with: git lfs pull",
    matches: starts("version https://git-lfs"),
  },
  { what: "an SVG or XML file", remedy: AS_PNG, matches: any(starts("<svg"), starts("<?xml")) },
  { what: "a text file", remedy: AS_PNG, matches: isText },
];

/** What the first bytes of a file that is neither PNG nor NumPy look like, and what to do about it. */
export function sniff(bytes: Uint8Array): { what: string; remedy: string } {
  const { what, remedy } = KINDS.find((kind) => kind.matches(bytes)) ?? { what: "an unknown format", remedy: AS_PNG };
  return { what, remedy };
}

type Test = (bytes: Uint8Array) => boolean;

/** Whether the bytes from `at` are the characters of `latin1`. */
function starts(latin1: string, at = 0): Test {
  return (bytes) => {
    for (let i = 0; i < latin1.length; i++) if (bytes[at + i] !== latin1.charCodeAt(i)) return false;
    return true;
  };
}

function any(...tests: Test[]): Test {
  return (bytes) => tests.some((test) => test(bytes));
}

function all(...tests: Test[]): Test {
  return (bytes) => tests.every((test) => test(bytes));
}

function isIn(byte: number | undefined, characters: string): boolean {
  return byte !== undefined && characters.includes(String.fromCharCode(byte));
}

function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((byte) => (byte >= 32 ? byte !== 127 : byte === 9 || byte === 10 || byte === 13));
}
