/** A key as Electron tells of it before the page sees it. */
export interface PressedKey {
  /** The sign it writes, or its name: "a", "@", "F11", "Tab". */
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Writing and editing in a text field: all, copy, cut, paste, undo, redo. */
const editing: ReadonlySet<string> = new Set(["a", "c", "x", "v", "z", "y"]);

/** With AltGr, which is Ctrl and Alt on some systems, people write signs that their keyboard has no key for. */
const isWrittenWithAltGr = ({ key, control, alt, meta }: PressedKey): boolean =>
  control && alt && !meta && [...key].length === 1 && !/[a-z0-9]/i.test(key);

/**
 * Whether a key reaches the candidate's page. Whatever a browser or a window would do something of its own with (reload,
 * close, zoom, print, search, developer tools, full screen, menus, history) does not.
 */
export const reachesCandidate = (pressed: PressedKey): boolean => {
  const { key, control, alt, meta } = pressed;
  if (/^(?:F\d{1,2}|Browser\w+|Launch\w+|ContextMenu|Print|PrintScreen)$/.test(key)) return false;
  if (isWrittenWithAltGr(pressed)) return true;
  if (alt) return false;
  if (!control && !meta) return true;
  return editing.has(key.toLowerCase());
};
