import { type PackOrigin, packOrigin } from "../outlines/pack-properties";
import { zipText } from "./zip-text";

/** What a pack's file says of itself, and what it says. */
export interface PackText {
  readonly origin: PackOrigin;
  /** One per paragraph that says something; lines of the contents are left out, since Word numbers them anew. */
  readonly lines: readonly string[];
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

const textOf = (paragraph: string): string =>
  unescaped(
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = ""]) => words).join(""),
  ).trim();

const linesOf = (document: string): readonly string[] =>
  [...document.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)]
    .filter(([paragraph]) => !/<w:pStyle w:val="TOC\d"\/>/.test(paragraph))
    .map(([paragraph]) => textOf(paragraph))
    .filter((line) => line !== "");

const propertiesOf = (custom: string): ReadonlyMap<string, string> =>
  new Map(
    [...custom.matchAll(/<property [^>]*name="([^"]*)"[^>]*>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g)].map(
      ([, name = "", value = ""]) => [unescaped(name), unescaped(value)],
    ),
  );

/** Reads a Word file as a pack; null for anything that is none of ours. */
export const readPack = async (bytes: Uint8Array<ArrayBuffer>): Promise<PackText | null> => {
  const [custom, document] = await Promise.all([
    zipText(bytes, "docProps/custom.xml"),
    zipText(bytes, "word/document.xml"),
  ]);
  if (custom === null || document === null) return null;
  const origin = packOrigin(propertiesOf(custom));
  return origin === null ? null : { origin, lines: linesOf(document) };
};
