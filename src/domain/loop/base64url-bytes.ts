const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Unpadded base64url (RFC 4648, section 5). */
export const bytesToBase64Url = (bytes: Uint8Array): string => {
  let out = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join("");
    out += letters.slice(0, Math.min(4, bytes.length - at + 1));
  }
  return out;
};

/** The bytes behind unpadded base64url, or null where it has other letters. Bits that fill no byte are left out. */
export const bytesFromBase64Url = (encoded: string): Uint8Array | null => {
  const out = new Uint8Array(Math.floor((encoded.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of encoded) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return out;
};
