import { describe, expect, it } from "vitest";
import { isNameTaken } from "../../../../src/domain/loop/names";

const panel = [{ name: "Ana Brandt" }, { name: "José Núñez" }];

describe("a name on the panel", () => {
  it("is taken where it differs by case, accents, width or spaces only", () => {
    const same = ["ana brandt", "ANA  BRANDT", " Ana Brandt ", "Jose Nunez", "José Nuñez", "Ａna Brandt"];
    expect(same.filter((name) => !isNameTaken(name, panel))).toEqual([]);
  });

  it("is free where people would hear the difference", () => {
    expect(
      ["Anna Brandt", "Ana Brand", "Ana Brandt (Sales)"].filter((name) => isNameTaken(name, panel)),
    ).toEqual([]);
  });
});
