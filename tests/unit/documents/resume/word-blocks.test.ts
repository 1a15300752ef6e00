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

  it("loses no word where a table stands in a cell of another", () => {
    const inner =
      "<table><tr><td><p>2020</p></td><td><p>Acme</p></td></tr><tr><td><p>2018</p></td></tr></table>";
    const html =
      `<table><tr><td><h2>Skills</h2><p>Python, SQL</p></td><td><p>Work</p>${inner}<p>On request</p></td></tr>` +
      "<tr><td><p>Last</p></td></tr></table><p>After</p>";
    expect(wordBlocks(html)).toEqual([
      { kind: "row", cells: ["Skills\nPython, SQL", "Work\n2020 · Acme\n2018\nOn request"] },
      { kind: "row", cells: ["Last"] },
      { kind: "paragraph", text: "After" },
    ]);
  });

  it("keeps no link, picture or script of the file", () => {
    const html =
      '<p><a href="javascript:alert(1)">My page</a><img src="x" onerror="alert(1)" /> &lt;script&gt;</p>';
    expect(wordBlocks(html)).toEqual([{ kind: "paragraph", text: "My page <script>" }]);
  });
});
