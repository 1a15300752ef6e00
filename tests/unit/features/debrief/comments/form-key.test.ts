import { describe, expect, it } from "vitest";
import { formKey } from "../../../../../src/features/debrief/comments/form-key";

const pressed = (key: string, text: string, more: { withCommand?: boolean; composing?: boolean } = {}) =>
  formKey({ key, withCommand: false, composing: false, ...more }, text);

describe("a key in a comment while it is written", () => {
  it("leaves the empty form by Escape, and keeps what is written", () => {
    expect(pressed("Escape", " ")).toBe("leave");
    expect(pressed("Escape", "I heard")).toBe("stay");
  });

  it("belongs to the input method while a character is put together", () => {
    expect(pressed("Escape", "", { composing: true })).toBeNull();
    expect(pressed("Enter", "I heard", { withCommand: true, composing: true })).toBeNull();
  });

  it("signs by Enter with Ctrl or Cmd, and is a new line without", () => {
    expect(pressed("Enter", "I heard", { withCommand: true })).toBe("sign");
    expect(pressed("Enter", "I heard")).toBeNull();
    expect(pressed("a", "I heard")).toBeNull();
  });
});
