const SLASH = 47;
const [ZERO, NINE] = [48, 57];

/**
 * Compares names as people count: img2 before img10. Letters compare without ASCII case, a folder comes before longer
 * names that begin like it, and names equal so far ("img1", "img01", "IMG1") compare by code unit. The same on every
 * machine: no locale. 0 only for identical strings.
 */
export function naturalOrder(a: string, b: string): number {
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (isDigit(x) && isDigit(y)) {
      const [endA, endB] = [digitsEnd(a, i), digitsEnd(b, j)];
      const order = compareDigits(a, skipZeros(a, i, endA), endA, b, skipZeros(b, j, endB), endB);
      if (order !== 0) return order;
      [i, j] = [endA, endB];
    } else {
      if (x !== y) {
        const order = rank(x) - rank(y);
        if (order !== 0) return order;
      }
      i++;
      j++;
    }
  }
  const rest = a.length - i - (b.length - j);
  if (rest !== 0) return rest;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function skipZeros(text: string, from: number, end: number): number {
  let start = from;
  while (start < end && text.charCodeAt(start) === ZERO) start++;
  return start;
}

/** Compares two runs of digits without leading zeros: the longer one is greater. */
function compareDigits(a: string, fromA: number, endA: number, b: string, fromB: number, endB: number): number {
  const longer = endA - fromA - (endB - fromB);
  if (longer !== 0) return longer;
  for (let i = fromA, j = fromB; i < endA; i++, j++) {
    const order = a.charCodeAt(i) - b.charCodeAt(j);
    if (order !== 0) return order;
  }
  return 0;
}

/** Slash first, then code units with A to Z as a to z. */
function rank(code: number): number {
  if (code === SLASH) return 0;
  return code >= 65 && code <= 90 ? code + 32 : code;
}
