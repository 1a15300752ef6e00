/** Leaves room for an ending and the marks of a draft within the 255 bytes file systems allow. */
const longestStem = 200;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** True for characters some file system refuses, and for marks that show a name in another order than it has. */
const isBad = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const direction = (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e);
  return control || direction || (code >= 0x2066 && code <= 0x2069) || '<>:"/\\|?*'.includes(character);
};

/** Bytes of one character in UTF-8 (RFC 3629, section 3). */
const utf8Bytes = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** How long a text is in UTF-8, as file systems count. */
export const utf8Length = (text: string): number =>
  Array.from(text, utf8Bytes).reduce((sum, bytes) => sum + bytes, 0);

/** As many whole characters as fit into the given number of UTF-8 bytes. */
const fitting = (text: string, bytes: number): string => {
  let rest = bytes;
  let kept = "";
  for (const character of text) {
    rest -= utf8Bytes(character);
    if (rest < 0) break;
    kept += character;
  }
  return kept;
};

const trim = (text: string): string => text.replace(/^[. ]+|[. ]+$/g, "");

/** A name every file system of the three systems takes, as close to the wish as possible; has no folder in it. */
export const safeFileName = (wish: string): string => {
  const clean = Array.from(wish.toWellFormed(), (character) => (isBad(character) ? "-" : character)).join("");
  const whole = clean.replace(/[. ]+$/, "");
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(whole)?.[0] ?? "";
  const stem = trim(fitting(trim(whole.slice(0, whole.length - ending.length)), longestStem));
  if (stem === "") return `file${ending}`;
  return reserved.test(stem) ? `file-${stem}${ending}` : `${stem}${ending}`;
};
