import type { CompanyFont } from "../../../domain/company/company-template";
import table from "./font-widths.json";

export type Face = "regular" | "bold" | "italic";

/** Wide as they are high, and a line breaks between any two: Chinese, Japanese and Korean. */
export const isIdeograph = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x11ff || (code >= 0x2e80 && code <= 0xd7ff) || (code >= 0xf900 && code <= 0xffef));

/** Arrows, boxes to tick and other signs, which come from a font of signs. */
export const isSign = (code: number): boolean => code >= 0x2190 && code <= 0x2bff;

/** Of a font of signs, as a share of its letters' size. */
export const signLineHeight = 1.33;

/** Beyond it no width of a letter is listed. */
const lastListed = 0x2026;

const unlistedWidth = 520;
const signWidth = 860;

const packed = (text: string, at: number): number => Number.parseInt(text.slice(2 * at, 2 * at + 2), 36);

const widthsOf = (text: string): Uint16Array => {
  const widths = new Uint16Array(lastListed + 1).fill(unlistedWidth);
  let at = 0;
  for (const [first = 0, last = 0] of table.letters)
    for (let code = first; code <= last; code += 1) {
      widths[code] = packed(text, at);
      at += 1;
    }
  return widths;
};

const known = new Map<string, Uint16Array>();

/**
 * Widths of a face's letters by code unit, in thousandths of its size, as `font-widths.json` lists them: two digits of base 36
 * for each letter of its ranges, taken from the widths docx lays documents out with, which are those of the fonts' own files.
 */
export const faceWidths = (font: CompanyFont, face: Face): Uint16Array => {
  const key = `${font} ${face}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const widths = widthsOf(table.fonts[font][face]);
  known.set(key, widths);
  return widths;
};

/** A letter's width in thousandths of its size; one that is not listed is as wide as most. */
export const letterWidth = (widths: Uint16Array, code: number): number => {
  if (code <= lastListed) return widths[code] ?? unlistedWidth;
  if (isSign(code)) return signWidth;
  return isIdeograph(code) ? 1000 : unlistedWidth;
};

/** The height of a line of single spacing as a share of the letters' size. */
export const lineHeightOf = (font: CompanyFont): number => table.fonts[font].lineHeight;
