import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { peersFolder } from "../install-peers";
import type { FlatBlock } from "./flat-words";

type ToWord = (html: string, header: null, options: object) => Promise<unknown>;

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);

const rowOf = (cells: readonly string[]): string =>
  `<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`;

const htmlOf = (block: FlatBlock): string => {
  if (block.kind === "table") return `<table>${block.rows.map(rowOf).join("")}</table>`;
  const tag = block.kind === "heading" ? `h${block.level}` : "p";
  return `<${tag}>${escaped(block.text)}</${tag}>`;
};

/** The words as HTML through html-to-docx, which has no page numbers to lay out; gives the file's size in bytes. */
export const wordFromHtml = async (blocks: readonly FlatBlock[]): Promise<number> => {
  const load = createRequire(join(peersFolder, "package.json"));
  const toWord: ToWord = load("html-to-docx");
  const made = await toWord(`<!doctype html><body>${blocks.map(htmlOf).join("")}</body>`, null, {});
  return z.instanceof(Uint8Array).parse(made).byteLength;
};
