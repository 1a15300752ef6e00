/** What of a DOM node the reading needs, so that it can be told by any tree. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<MarkupNode>;
}

const textNode = 3;
const unread = new Set(["SCRIPT", "STYLE", "HEAD", "TEMPLATE", "NOSCRIPT", "SVG", "IMG", "#COMMENT"]);
const ownLine =
  /^(P|DIV|LI|UL|OL|DL|DT|DD|H[1-6]|TR|TABLE|THEAD|TBODY|SECTION|ARTICLE|HEADER|FOOTER|MAIN|NAV|ASIDE|BLOCKQUOTE|PRE|FIGURE|BODY|HR)$/;

const childText = (node: MarkupNode): string => Array.from(node.childNodes, markupText).join("");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The text of a node with line feeds where a browser begins a line, tabs between cells, and bullets before items. */
const markupText = (node: MarkupNode): string => {
  const name = node.nodeName.toUpperCase();
  if (node.nodeType === textNode) return (node.textContent ?? "").replace(/[ \t\r\n\f]+/g, " ");
  if (unread.has(name)) return "";
  if (name === "BR") return "\n";
  if (name === "TD" || name === "TH") return `${oneLine(childText(node))}\t`;
  if (name === "TR") return `\n${childText(node).replace(/\t$/, "")}\n`;
  if (name === "LI") return `\n• ${childText(node).trim()}\n`;
  const inner = childText(node);
  return ownLine.test(name) ? `\n${inner}\n` : inner;
};

/* Word writes the sign of a list item as text of its own. */
const wordBullet = /^(?:[·§•▪◦‣o]|[-–])[\s\u00a0]{2,}/;

/** Rich text as the lines a role page has: one per paragraph, heading, item and table row; nothing in it is run. */
export const textOfMarkup = (root: MarkupNode): string =>
  childText(root)
    .split("\n")
    .map((line) => line.replace(wordBullet, "• ").replaceAll("\u00a0", " ").replace(/ {2,}/g, " "))
    .map((line) => line.replace(/^[ ]+|[ ]+$/g, ""))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** True where the clipboard's rich form says more of the lines than its plain one: paragraphs, lists, tables. */
export const hasLines = (html: string): boolean => /<(p|li|h[1-6]|tr|div|br)\b/i.test(html);
