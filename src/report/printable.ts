/** Text as one line that a terminal shows and does not obey: a name of a file may hold anything. */
export function printable(text: string): string {
  // Line breaks and escapes are what this is about.
  return text.replace(/\p{Cc}/gu, (control) => escapes[control] ?? `\\x${hex(control)}`);
}

const escapes: Readonly<Partial<Record<string, string>>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const hex = (control: string) => control.charCodeAt(0).toString(16).padStart(2, "0");

/** Cells of a terminal that a text takes: East Asian characters and emoji two, combining marks none. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text.normalize("NFC")) {
    if (/^[\p{M}\p{Cf}]$/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;
