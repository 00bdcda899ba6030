/** Where the keyboard stands: a heading or a row, and the column; -1 is the name. */
export interface Cursor {
  readonly inHead: boolean;
  readonly column: number;
}

export type GridCommand =
  | { readonly do: "move"; readonly by: number; readonly extend: boolean }
  | { readonly do: "goTo"; readonly end: "first" | "last"; readonly extend: boolean }
  | { readonly do: "cursor"; readonly cursor: Cursor }
  | { readonly do: "open" | "toggle" | "selectAll" | "copy" | "clear" }
  | { readonly do: "sort"; readonly add: boolean }
  | { readonly do: "menu" | "hide" }
  | { readonly do: "moveColumn"; readonly by: 1 | -1 };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
}

export interface GridShape {
  readonly columns: number;
  /** Rows that a page of the list shows. */
  readonly page: number;
  /** The keyboard is on the first row, or on none. */
  readonly isFirst: boolean;
}

/** What a key means in the grid, as in the lists of VS Code; null: nothing. */
export function gridCommand(press: KeyPress, cursor: Cursor, shape: GridShape): GridCommand | null {
  const { key, shiftKey, altKey, command } = press;
  if (altKey) return cursor.inHead ? headAlt(key) : null;
  if (command) return withCommand(key);
  const { column } = cursor;
  if (key === "ArrowLeft" && column >= 0) return { do: "cursor", cursor: { ...cursor, column: column - 1 } };
  if (key === "ArrowRight" && column < shape.columns - 1) {
    return { do: "cursor", cursor: { ...cursor, column: column + 1 } };
  }
  if (cursor.inHead) return inHead(key, shiftKey, cursor);
  switch (key) {
    case "ArrowUp":
      return shape.isFirst
        ? { do: "cursor", cursor: { ...cursor, inHead: true } }
        : { do: "move", by: -1, extend: shiftKey };
    case "ArrowDown":
      return { do: "move", by: 1, extend: shiftKey };
    case "PageUp":
      return { do: "move", by: -shape.page, extend: shiftKey };
    case "PageDown":
      return { do: "move", by: shape.page, extend: shiftKey };
    case "Home":
      return { do: "goTo", end: "first", extend: shiftKey };
    case "End":
      return { do: "goTo", end: "last", extend: shiftKey };
    case "Enter":
      return { do: "open" };
    case " ":
      return { do: "toggle" };
    case "Escape":
      return { do: "clear" };
    default:
      return null;
  }
}

function inHead(key: string, shiftKey: boolean, cursor: Cursor): GridCommand | null {
  if (key === "Enter" || key === " ") return { do: "sort", add: shiftKey };
  if (key === "ArrowDown") return { do: "cursor", cursor: { ...cursor, inHead: false } };
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) return { do: "menu" };
  return key === "Delete" ? { do: "hide" } : null;
}

function headAlt(key: string): GridCommand | null {
  if (key === "ArrowDown") return { do: "menu" };
  if (key === "ArrowLeft") return { do: "moveColumn", by: -1 };
  return key === "ArrowRight" ? { do: "moveColumn", by: 1 } : null;
}

function withCommand(key: string): GridCommand | null {
  switch (key.toLowerCase()) {
    case "a":
      return { do: "selectAll" };
    case "c":
      return { do: "copy" };
    case "home":
      return { do: "goTo", end: "first", extend: false };
    case "end":
      return { do: "goTo", end: "last", extend: false };
    case " ":
      return { do: "toggle" };
    default:
      return null;
  }
}
