import { describe, expect, it } from "vitest";
import { counted, listed, oneOfThem, possessive } from "../../../src/bindings/name-lists";

describe("names in running text", () => {
  it("are joined as they are read aloud", () => {
    expect(listed([])).toBe("");
    expect(listed(["Ana"])).toBe("Ana");
    expect(listed(["Ana", "Tomas"])).toBe("Ana and Tomas");
    expect(listed(["Ana", "Tomas", "Ines"])).toBe("Ana, Tomas and Ines");
    expect(oneOfThem(["Ana", "Tomas", "Ines"])).toBe("Ana, Tomas or Ines");
  });

  it("own things with or without another s", () => {
    expect([possessive("Ana"), possessive("Tomas")]).toEqual(["Ana’s", "Tomas’"]);
  });

  it("are counted in singular and plural", () => {
    expect([counted(1, "card"), counted(2, "card"), counted(2, "copy", "copies")]).toEqual([
      "1 card",
      "2 cards",
      "2 copies",
    ]);
  });
});
