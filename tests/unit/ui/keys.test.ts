import { describe, expect, it } from "vitest";
import { chordOf, chordsOf, hasModifier, type KeyPress } from "../../../src/ui/keys/chord";
import { nothingPending, pressKey, sequencePatienceMs } from "../../../src/ui/keys/key-sequence";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  ...held,
});

describe("a key press has one writing", () => {
  it.each([
    [press("j"), "j"],
    [press("J", { shift: true }), "shift+j"],
    [press("J"), "j"],
    [press("k", { ctrl: true }), "ctrl+k"],
    [press("?", { shift: true }), "?"],
    [press("+", { shift: true }), "+"],
    [press("/", { shift: true }), "/"],
    [press(" "), "space"],
    [press("Escape"), "escape"],
    [press("Enter", { ctrl: true }), "ctrl+enter"],
    [press("3"), "3"],
    [press("é"), "é"],
  ])("%j is %s", (pressed, chord) => {
    expect(chordOf(pressed)).toBe(chord);
  });

  it("a sequence is its chords in order, and plus may be a key of its own", () => {
    expect(chordsOf("g l")).toEqual(["g", "l"]);
    expect(chordsOf("+ a")).toEqual(["+", "a"]);
    expect(chordsOf("Ctrl+Enter")).toEqual(["ctrl+enter"]);
  });

  it("only Ctrl and Alt let a key act while text is typed", () => {
    expect(["ctrl+k", "alt+1"].map(hasModifier)).toEqual([true, true]);
    expect(["shift+j", "j", "+", "escape"].map(hasModifier)).toEqual([false, false, false, false]);
  });
});

const bindings = [{ keys: "g l" }, { keys: "g c" }, { keys: "j" }, { keys: "+ a" }, { keys: "?" }];

/** Presses chords at the given times; the keys of what they hit. */
const type = (...presses: readonly (readonly [chord: string, at: number])[]): string[] => {
  let pending = nothingPending;
  const hits: string[] = [];
  for (const [chord, at] of presses) {
    const step = pressKey(bindings, pending, chord, at);
    pending = step.pending;
    if (step.hit !== null) hits.push(step.hit.keys);
  }
  return hits;
};

describe("a sequence of keys", () => {
  it("acts on its last key, once", () => {
    expect(type(["g", 100], ["l", 200])).toEqual(["g l"]);
    expect(type(["g", 100], ["l", 200], ["l", 300])).toEqual(["g l"]);
  });

  it("does not act in another order or on a part", () => {
    expect(type(["l", 100], ["g", 200])).toEqual([]);
    expect(type(["g", 100])).toEqual([]);
  });

  it("is forgotten after its patience", () => {
    expect(type(["g", 100], ["l", 100 + sequencePatienceMs])).toEqual(["g l"]);
    expect(type(["g", 100], ["l", 101 + sequencePatienceMs])).toEqual([]);
  });

  it("gives way to another binding when the next key does not fit", () => {
    expect(type(["g", 100], ["j", 200])).toEqual(["j"]);
    expect(type(["g", 100], ["+", 200], ["a", 300])).toEqual(["+ a"]);
  });

  it("starts anew when its first key is pressed twice", () => {
    expect(type(["g", 100], ["g", 200], ["c", 300])).toEqual(["g c"]);
  });

  it("lets an earlier binding win over a later one with the same key", () => {
    const first = { keys: "j", name: "screen" };
    const second = { keys: "j", name: "everywhere" };
    expect(pressKey([first, second], nothingPending, "j", 0).hit).toBe(first);
  });
});
