import { describe, expect, it } from "vitest";
import { wordBlocks } from "../../../../src/documents/resume/word-blocks";

describe("a Word file as it is shown", () => {
  it("is headings, paragraphs, items and rows, in their order", () => {
    const html =
      "<h1>Mira &amp; Co</h1><p>Sales<br />Berlin</p><ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>" +
      "<table><tr><td><p>2020</p></td><td><p>Acme</p><p>Partner</p></td></tr></table>";
    expect(wordBlocks(html)).toEqual([
      { kind: "heading", level: 1, text: "Mira & Co" },
      { kind: "paragraph", text: "Sales\nBerlin" },
      { kind: "item", text: "One" },
      { kind: "item", text: "Inner" },
      { kind: "item", text: "Two" },
      { kind: "row", cells: ["2020", "Acme\nPartner"] },
    ]);
  });

  it("keeps no link, picture or script of the file", () => {
    const html =
      '<p><a href="javascript:alert(1)">My page</a><img src="x" onerror="alert(1)" /> &lt;script&gt;</p>';
    expect(wordBlocks(html)).toEqual([{ kind: "paragraph", text: "My page <script>" }]);
  });
});
