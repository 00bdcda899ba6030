/** Characters in a line of help: the narrower of what reads well and most terminals. */
const WIDTH = 100;

/** A text in lines, each after `indent` spaces; words are not broken. */
export function wrap(text: string, indent = 0): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((full) => " ".repeat(indent) + full).join("\n");
}
