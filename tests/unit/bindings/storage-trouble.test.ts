import { expect, it } from "vitest";
import { storageTrouble } from "../../../src/bindings/storage-trouble";

const said = { what: "The candidate could not be saved", safe: "Nothing else was changed." };

it("a failure of the store says what happened, what is safe and what to do", () => {
  expect(storageTrouble({ type: "diskFull" }, said)).toEqual({
    what: "The candidate could not be saved: the disk is full.",
    safe: "Nothing else was changed.",
    todo: "Free some space, then try again.",
  });
});

it("a failure without words of its own is named by its type", () => {
  expect(storageTrouble({ type: "somethingNew" }, said).what).toContain("somethingNew");
});
