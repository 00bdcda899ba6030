import { type ActionId, actionGroups, actionIds, specOf } from "../../src/protocol/actions.js";

/** The part of a KeyboardEvent that decides. */
export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const byStroke: ReadonlyMap<string, ActionId> = new Map(
  actionIds.flatMap((id) => specOf(id).keys.map((keys) => [keys, id] as const)),
);

/** The action of a key stroke; undefined where the page has none, and the stroke belongs to VS Code. */
export function actionOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Stroke): ActionId | undefined {
  // Shift is part of what makes a character; a letter is the same key with and without it.
  const isCharacter = [...key].length === 1;
  const held = [
    ...(ctrlKey ? ["Ctrl"] : []),
    ...(altKey ? ["Alt"] : []),
    ...(shiftKey && !isCharacter ? ["Shift"] : []),
    ...(metaKey ? ["Meta"] : []),
  ];
  return byStroke.get([...held, isCharacter ? key.toUpperCase() : key].join("+"));
}

const symbols: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** A stroke as a person reads it: `Shift+↑`. */
export function strokeText(keys: string): string {
  // A plus at the end is the key itself.
  return keys.replace(/[^+]+$/, (key) => symbols[key] ?? key);
}

export interface SheetRow {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface SheetGroup {
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** The key sheet: what a person reads. Made of the table of actions, so that it cannot lack one. */
export function sheet(): readonly SheetGroup[] {
  const groups = actionGroups.map((title) => {
    const rows = new Map<string, readonly string[]>();
    for (const id of actionIds) {
      const { group, keys, together, title: does } = specOf(id);
      if (group !== title || keys.length === 0) continue;
      if (together) rows.set(together.does, [together.keys]);
      else rows.set(does, keys.map(strokeText));
    }
    return { title, rows: Array.from(rows, ([does, keys]) => ({ does, keys })) };
  });
  return groups.filter(({ rows }) => rows.length > 0);
}
