const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Unpadded base64url of a text that has only ASCII characters; anything else is a bug and throws. */
export const asciiToBase64Url = (text: string): string => {
  let out = "";
  for (let at = 0; at < text.length; at += 3) {
    const codes = [text.charCodeAt(at), text.charCodeAt(at + 1) || 0, text.charCodeAt(at + 2) || 0] as const;
    if (codes.some((code) => code > 127)) throw new Error("not an ASCII text");
    const bits = (codes[0] << 16) | (codes[1] << 8) | codes[2];
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join("");
    out += letters.slice(0, Math.min(4, text.length - at + 1));
  }
  return out;
};

/** The ASCII text behind unpadded base64url, or null where it is not one. */
export const asciiFromBase64Url = (encoded: string): string | null => {
  let bits = 0;
  let held = 0;
  let out = "";
  for (const letter of encoded) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const code = (bits >> held) & 0xff;
    if (code > 127) return null;
    out += String.fromCharCode(code);
  }
  return out;
};
