const longest = 150;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** True for characters some file system refuses, and for marks that show a name in another order than it has. */
const isBad = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
  const direction = (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e);
  return control || direction || (code >= 0x2066 && code <= 0x2069) || '<>:"/\\|?*'.includes(character);
};

/** A name every file system of the three systems takes, as close to the wish as possible; has no folder in it. */
export const safeFileName = (wish: string): string => {
  const [...characters] = wish.toWellFormed();
  const clean = characters.map((character) => (isBad(character) ? "-" : character)).join("");
  const dot = clean.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
  const trimmed = stem.slice(0, longest).replace(/^[. ]+|[. ]+$/g, "");
  const name = trimmed === "" || reserved.test(trimmed) ? `file-${trimmed}`.replace(/-$/, "") : trimmed;
  return `${name}${ending.slice(0, 20).replace(/[. ]+$/, "")}`;
};
