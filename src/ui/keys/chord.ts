/** What is known of one key press; `key` as KeyboardEvent has it. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const names: Readonly<Record<string, string>> = { " ": "space", esc: "escape", return: "enter" };

const isLetter = (key: string): boolean => key.length === 1 && key.toLowerCase() !== key.toUpperCase();

/** Signs like "?" or "+" carry their Shift in themselves, on whatever key a layout has them. */
const carriesShift = (key: string): boolean => key.length === 1 && !isLetter(key) && key !== " ";

const plainName = (key: string): string => {
  const lower = key.toLowerCase();
  return names[lower] ?? lower;
};

/** The press in the writing of bindings: "j", "shift+j", "ctrl+k", "?", "space", "escape", "arrowdown". */
export const chordOf = (press: KeyPress): string =>
  [
    press.ctrl ? "ctrl" : "",
    press.alt ? "alt" : "",
    press.shift && !carriesShift(press.key) ? "shift" : "",
    plainName(press.key),
  ]
    .filter((part) => part !== "")
    .join("+");

/** True where the chord has a modifier that typing text does not use. */
export const hasModifier = (chord: string): boolean => /^(ctrl|alt)\+./.test(chord);

/** The chords of a binding: "g l" is first g, then l; "+ a" is first +, then a. */
export const chordsOf = (keys: string): readonly string[] =>
  keys
    .trim()
    .split(/\s+/)
    .map((chord) => chord.toLowerCase());
