/**
 * The shortest names that tell paths apart: the last part, and as many of those before it as it takes. Equal paths stay
 * equal, save that the second gets a number, since each is one column.
 */
export function distinctNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/).filter((part) => part !== ""));
  const names = parts.map((own, i) => {
    for (let length = 1; length < own.length; length++) {
      const name = own.slice(-length).join("/");
      if (parts.every((other, j) => i === j || other.slice(-length).join("/") !== name)) return name;
    }
    return own.join("/");
  });
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
