import { describe, expect, it } from "vitest";
import { keepLetters } from "../../../src/bindings/keep-letters";

const keyed = (type: string, fields: object): Event =>
  Object.assign(new Event(type, { bubbles: true }), fields);

/** True where what stands around the field hears the event. */
const goesOn = (event: Event, undone = false): boolean => {
  const field = new EventTarget();
  const undo = keepLetters(field, () => undefined);
  if (undone) undo();
  field.dispatchEvent(event);
  return !event.cancelBubble;
};

const heard = (type: string, fields: object): boolean => goesOn(keyed(type, fields));

describe("letters typed into a field", () => {
  it.each(["keydown", "keypress", "keyup"])("are told to nobody around it by %s", (type) => {
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
    const field = new EventTarget();
    let changes = 0;
    keepLetters(field, () => {
      changes += 1;
    });
    const [edit, input] = [keyed("beforeinput", {}), keyed("input", {})];
    field.dispatchEvent(edit);
    field.dispatchEvent(input);
    expect([changes, edit.cancelBubble, input.cancelBubble]).toEqual([1, true, true]);
  });

  it("go on everywhere once that is undone", () => {
    expect(goesOn(keyed("keydown", { key: "a" }), true)).toBe(true);
    expect(goesOn(keyed("input", {}), true)).toBe(true);
  });
});
