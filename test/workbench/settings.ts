/** The four kinds of theme that VS Code has; each must be usable. */
export type Theme = "dark" | "light" | "high contrast dark" | "high contrast light";

/** Ids of themes that ship with VS Code. */
const THEME_IDS: Readonly<Record<Theme, string>> = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  "high contrast dark": "Default High Contrast",
  "high contrast light": "Default High Contrast Light",
};

/** Settings for a quiet workbench: no welcome pages, no experiments, nothing that asks the network, plain lists. */
export function quietSettings(theme: Theme, more: Readonly<Record<string, unknown>> = {}): string {
  const settings = {
    "workbench.colorTheme": THEME_IDS[theme],
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
    "workbench.enableExperiments": false,
    "workbench.reduceMotion": "on",
    "workbench.list.smoothScrolling": false,
    // A pointer that rests where the last click was must not raise a hover over what is clicked next. An hour, in ms.
    "workbench.hover.delay": 3_600_000,
    "window.dialogStyle": "custom",
    "window.menuBarVisibility": "compact",
    "window.autoDetectColorScheme": false,
    "files.simpleDialog.enable": true,
    "explorer.compactFolders": false,
    "explorer.confirmDelete": false,
    "extensions.autoCheckUpdates": false,
    "extensions.autoUpdate": false,
    "extensions.ignoreRecommendations": true,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "chat.commandCenter.enabled": false,
    "git.enabled": false,
    ...more,
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}
