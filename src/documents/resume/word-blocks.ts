/** A part of a Word file as it is shown: words only, no links, pictures or styles of the file's own. */
export type WordBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "item"; readonly text: string }
  | { readonly kind: "row"; readonly cells: readonly string[] };

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "");

const tag = /<(\/?)([a-z0-9]+)[^>]*>/g;

/** A row that is being read, and what the cell around it had before. */
interface OpenRow {
  readonly cells: string[];
  readonly before: string;
}

interface Reading {
  readonly blocks: WordBlock[];
  text: string;
  /** The innermost last: a layout's table has tables in its cells. */
  readonly rows: OpenRow[];
}

const blockOf = (name: string, text: string): WordBlock | null => {
  if (/^h[1-6]$/.test(name)) return { kind: "heading", level: Number(name[1]), text };
  if (name === "p") return { kind: "paragraph", text };
  return name === "li" ? { kind: "item", text } : null;
};

const take = (reading: Reading): string => {
  const text = reading.text.replace(/[ \t]+/g, " ").trim();
  reading.text = "";
  return text;
};

/** A row of a table within a cell is a line of that cell. */
const endRow = (reading: Reading): void => {
  const row = reading.rows.pop();
  if (row === undefined) return;
  const rest = take(reading);
  const cells = rest === "" ? row.cells : [...row.cells, rest];
  reading.text = row.before;
  if (reading.rows.length === 0) reading.blocks.push({ kind: "row", cells });
  else reading.text += `${cells.filter((cell) => cell !== "").join(" · ")}\n`;
};

const endBlock = (reading: Reading, name: string): void => {
  const text = take(reading);
  const block = text === "" ? null : blockOf(name, text);
  if (block !== null) reading.blocks.push(block);
};

const closed = (reading: Reading, name: string): void => {
  const row = reading.rows.at(-1);
  if (name === "tr") endRow(reading);
  else if (name === "td" || name === "th") row?.cells.push(take(reading));
  else if (!/^(h[1-6]|p|li)$/.test(name)) return;
  // Paragraphs of one cell stand under each other in it.
  else if (row !== undefined) reading.text += "\n";
  else endBlock(reading, name);
};

const opened = (reading: Reading, name: string): void => {
  if (name === "tr") {
    reading.rows.push({ cells: [], before: reading.text });
    reading.text = "";
  }
  if (name === "br") reading.text += "\n";
  // A list inside an item begins before that item ends.
  if (name === "ul" || name === "ol") closed(reading, "li");
};

/** The blocks of the HTML that mammoth writes. What is no word is dropped: nothing of the file's becomes markup of ours. */
export const wordBlocks = (html: string): readonly WordBlock[] => {
  const reading: Reading = { blocks: [], text: "", rows: [] };
  let from = 0;
  for (const found of html.matchAll(tag)) {
    reading.text += unescaped(html.slice(from, found.index));
    from = found.index + found[0].length;
    const [, closing, name = ""] = found;
    if (closing === "/") closed(reading, name);
    else opened(reading, name);
  }
  return reading.blocks;
};
