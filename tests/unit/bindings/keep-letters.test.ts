import { describe, expect, it } from "vitest";
import { createLetterKeeper, type LetterHost } from "../../../src/bindings/keep-letters";

type Act = Parameters<LetterHost["addEventListener"]>[1];

/** A window that hears what it is told of, and says whether what stands below it hears of it too. */
const aWindow = () => {
  const listeners = new Map<string, Set<Act>>();
  const host: LetterHost = {
    addEventListener: (type, act) => void listeners.set(type, (listeners.get(type) ?? new Set()).add(act)),
    removeEventListener: (type, act) => void listeners.get(type)?.delete(act),
  };
  const goesOn = (target: object, type: string, fields: object = {}): boolean => {
    let stopped = false;
    const stopPropagation = () => {
      stopped = true;
    };
    for (const act of listeners.get(type) ?? []) act({ type, target, stopPropagation, ...fields });
    return !stopped;
  };
  const isLeft = () => [...listeners.values()].every(({ size }) => size === 0);
  return { keep: createLetterKeeper(host), goesOn, isLeft };
};

const field = { name: "a note" };

const heard = (type: string, fields: object): boolean => {
  const { keep, goesOn } = aWindow();
  keep(field, () => undefined);
  return goesOn(field, type, fields);
};

describe("letters typed into a field", () => {
  it.each(["keydown", "keypress", "keyup"])("are told to nobody below the window by %s", (type) => {
    for (const key of ["a", "Ä", " ", "7", "🙂"]) expect(heard(type, { key }), key).toBe(false);
  });

  it.each(["Enter", "Escape", "Tab", "ArrowDown", "Backspace", "F1"])(
    "are not what %s is: it goes on",
    (key) => {
      expect(heard("keydown", { key })).toBe(true);
    },
  );

  it.each(["ctrlKey", "metaKey", "altKey"])("are not what a letter with %s is: it goes on", (modifier) => {
    expect(heard("keydown", { key: "q", [modifier]: true })).toBe(true);
  });

  it("are not the keys of an input method, which go on", () => {
    expect(heard("keydown", { key: "a", isComposing: true })).toBe(true);
  });

  it("change its text, of which only its own listener is told", () => {
    const { keep, goesOn } = aWindow();
    const changed: string[] = [];
    keep(field, () => void changed.push("here"));
    keep({ name: "another note" }, () => void changed.push("beside"));
    expect(goesOn(field, "beforeinput")).toBe(false);
    expect(goesOn(field, "input")).toBe(false);
    expect(changed).toEqual(["here"]);
  });

  it("are not those typed into another field, which go on", () => {
    const { keep, goesOn } = aWindow();
    keep(field, () => undefined);
    for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input"])
      expect(goesOn({ name: "a search" }, type, { key: "a" }), type).toBe(true);
  });

  it("go on everywhere once that is undone, and the window is left alone after the last field", () => {
    const { keep, goesOn, isLeft } = aWindow();
    const [other, undo] = [{ name: "another note" }, keep(field, () => undefined)];
    const undoOther = keep(other, () => undefined);
    undo();
    expect(goesOn(field, "keydown", { key: "a" })).toBe(true);
    expect(goesOn(field, "input")).toBe(true);
    expect(goesOn(other, "input")).toBe(false);
    undoOther();
    expect(isLeft()).toBe(true);
  });

  it("stay with who keeps them now, when who kept them before lets go afterwards", () => {
    const { keep, goesOn } = aWindow();
    const undoOld = keep(field, () => undefined);
    keep(field, () => undefined);
    undoOld();
    expect(goesOn(field, "keydown", { key: "a" })).toBe(false);
  });
});
