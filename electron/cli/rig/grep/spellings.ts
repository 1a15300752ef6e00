/** One way in which a text may lie on a disk. */
export interface Spelling {
  readonly how: string;
  readonly bytes: Buffer;
}

/** JSON may write any letter outside ASCII as `\uXXXX`, in either case. */
const jsonEscaped = (text: string, upper: boolean): string =>
  [...Array(text.length).keys()]
    .map((at) => {
      const code = text.charCodeAt(at);
      const digits = code.toString(16).padStart(4, "0");
      return code < 0x80 ? text.charAt(at) : `\\u${upper ? digits.toUpperCase() : digits}`;
    })
    .join("");

const bytesPerGroup = 3;

/**
 * The letters of base64 that a text gives wherever it stands: with 0, 1 or 2 bytes before it. The letters at both ends
 * that a neighbour has a part in are left away (RFC 4648, section 4).
 */
const base64Of = (bytes: Buffer, before: number): string => {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes])
    .toString("base64")
    .replace(/=+$/, "");
  const first = [0, 2, 3][before] ?? 0;
  const spare = (before + bytes.length) % bytesPerGroup === 0 ? 0 : 1;
  return encoded.slice(first, encoded.length - spare);
};

const urlSafe = (base64: string): string => base64.replaceAll("+", "-").replaceAll("/", "_");

/** Every way a text is looked for; base64 in its three alignments, and with the letters of addresses. */
export const spellingsOf = (text: string): readonly Spelling[] => {
  const [utf8, utf16] = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  const ascii = (how: string, letters: string): Spelling => ({ how, bytes: Buffer.from(letters, "latin1") });
  const aligned = [0, 1, 2].flatMap((before) => {
    const letters = [utf8, utf16].map((bytes) => base64Of(bytes, before));
    return letters.flatMap((one) => [ascii("base64", one), ascii("base64url", urlSafe(one))]);
  });
  const all = [
    { how: "UTF-8", bytes: utf8 },
    { how: "UTF-16LE", bytes: utf16 },
    // What has only letters of Latin 1 lies so in a browser's own serialisation.
    ...([...text].every((letter) => letter.charCodeAt(0) < 0x100)
      ? [{ how: "Latin 1", bytes: Buffer.from(text, "latin1") }]
      : []),
    ascii("JSON escapes", jsonEscaped(text, false)),
    ascii("JSON escapes", jsonEscaped(text, true)),
    ...aligned,
  ];
  return all.filter(({ bytes }, at) => all.findIndex((other) => other.bytes.equals(bytes)) === at);
};
