import { err, ok, type Result } from "../../result";
import { rawLines, visibleText } from "./lines";

/** How much a page may hold, in UTF-16 units, as `String.length` counts. */
export interface RolePageLimits {
  readonly characters: number;
  readonly lineCharacters: number;
}

export const defaultRolePageLimits: RolePageLimits = { characters: 2_000_000, lineCharacters: 100_000 };

/** Why a text was not read as a role page. */
export type RolePageRefusal =
  | { readonly type: "empty" }
  | { readonly type: "tooLarge"; readonly characters: number; readonly limit: number }
  | { readonly type: "notText"; readonly looksLike: "pdf" | "zip" | "rtf" | "unknown" }
  | { readonly type: "html" }
  | {
      readonly type: "endlessLine";
      readonly line: number;
      readonly characters: number;
      readonly limit: number;
    }
  /** `expected` names headings a role page has, for the message. */
  | { readonly type: "notARolePage"; readonly expected: readonly string[] };

const signatures = [
  ["pdf", "%PDF-"],
  ["zip", "PK\u0003\u0004"],
  ["rtf", "{\\rtf"],
] as const;

/* What a byte becomes that is no text: a control character, or the sign for an unreadable one. */
const damage = /[^\P{Cc}\t\n\v\f\r\u0085]|\ufffd/gu;
const damagedShare = 0.01;

/** How many characters of a text are no text. */
export const countDamage = (text: string): number => text.match(damage)?.length ?? 0;

const binaryKind = (text: string): "pdf" | "zip" | "rtf" | "unknown" | null => {
  const signature = signatures.find(([, start]) => text.startsWith(start));
  if (signature !== undefined) return signature[0];
  if (text.includes("\u0000")) return "unknown";
  return countDamage(text) > text.length * damagedShare ? "unknown" : null;
};

const htmlStart =
  /^<(?:!doctype\s|!--|\?xml|html|head|body|main|article|section|div|span|table|meta|p|ul|ol|h[1-6])\b/i;
const closingTag = /<\/(?:html|body|div|p|span|li|ul|td|tr|h[1-6])>/gi;
const tagsThatMakeHtml = 5;

const isHtml = (text: string): boolean =>
  htmlStart.test(text.slice(0, 200).trimStart()) || (text.match(closingTag)?.length ?? 0) >= tagsThatMakeHtml;

const endlessLine = (text: string, limit: number): RolePageRefusal | null => {
  for (const [index, line] of rawLines(text).entries()) {
    if (line.length > limit) return { type: "endlessLine", line: index + 1, characters: line.length, limit };
  }
  return null;
};

/** Refuses what cannot be a page of plain text, before anything looks for sections in it. */
export const checkText = (text: string, limits: RolePageLimits): Result<string, RolePageRefusal> => {
  if (text.length > limits.characters)
    return err({ type: "tooLarge", characters: text.length, limit: limits.characters });
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (visibleText(content) === "") return err({ type: "empty" });
  const looksLike = binaryKind(content);
  if (looksLike !== null) return err({ type: "notText", looksLike });
  if (isHtml(content)) return err({ type: "html" });
  const endless = endlessLine(content, limits.lineCharacters);
  return endless === null ? ok(content) : err(endless);
};
