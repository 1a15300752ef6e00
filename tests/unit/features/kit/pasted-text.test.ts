import { describe, expect, it } from "vitest";
import { hasLines, type MarkupNode, textOfMarkup } from "../../../../src/features/kit/import/pasted-text";

const node = (nodeName: string, ...children: readonly (MarkupNode | string)[]): MarkupNode => ({
  nodeType: 1,
  nodeName,
  textContent: null,
  childNodes: children.map((child) =>
    typeof child === "string"
      ? { nodeType: 3, nodeName: "#text", textContent: child, childNodes: [] }
      : child,
  ),
});

describe("pasted rich text", () => {
  it("has a line for each heading, paragraph and line break, however the source was broken", () => {
    const body = node(
      "BODY",
      node("H2", "Core\n   Evaluation"),
      node("P", "One ", node("B", "two"), node("BR"), "three"),
    );
    expect(textOfMarkup(body)).toBe("Core Evaluation\n\nOne two\nthree");
  });

  it("has a bullet before each item of a list, also where Word writes the sign as text", () => {
    const list = node("UL", node("LI", node("P", "Names it.")), node("LI", "Signs it."));
    expect(textOfMarkup(node("BODY", list)).split("\n").filter(Boolean)).toEqual([
      "• Names it.",
      "• Signs it.",
    ]);
    const word = node("P", node("SPAN", "·\u00a0\u00a0\u00a0\u00a0 "), "Names it.");
    expect(textOfMarkup(node("BODY", word))).toBe("• Names it.");
  });

  it("has a line for each row of a table, with tabs between its cells", () => {
    const row = (...cells: readonly string[]) =>
      node("TR", ...cells.map((cell) => node("TD", node("P", cell))));
    const table = node("TABLE", node("TBODY", row("Competency", "Junior", "Mid"), row("Care", "", "Leads")));
    expect(textOfMarkup(node("BODY", table)).split("\n").filter(Boolean)).toEqual([
      "Competency\tJunior\tMid",
      "Care\t\tLeads",
    ]);
  });

  it("has nothing of scripts, styles and comments", () => {
    const body = node(
      "BODY",
      node("STYLE", "p{}"),
      node("SCRIPT", "alert(1)"),
      node("#comment"),
      node("P", "Text"),
    );
    expect(textOfMarkup(body)).toBe("Text");
  });

  it("is taken for the plain text where it has no lines of its own", () => {
    expect([hasLines("<span>one</span>"), hasLines("<p>one</p>"), hasLines("<LI>one")]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
