/**
 * What is inside a sealed card's ciphertext:
 *
 *     32 bytes salt ‖ 4 bytes length of the card, big-endian ‖ the card ‖ zeros up to a multiple of 1024 bytes
 *
 * The zeros hide how much somebody wrote to within a kibibyte. The salt keeps a short card's commitment from
 * being guessed; it is inside, so that it comes to light only with the card.
 */
export const saltBytes = 32;
const lengthBytes = 4;
const step = 1024;

export const padCard = (salt: Uint8Array, card: Uint8Array): Uint8Array => {
  const used = saltBytes + lengthBytes + card.length;
  const padded = new Uint8Array(Math.ceil(used / step) * step);
  padded.set(salt, 0);
  new DataView(padded.buffer).setUint32(saltBytes, card.length, false);
  padded.set(card, saltBytes + lengthBytes);
  return padded;
};

/** Salt and card of padded bytes, or null where the layout is another (also where the padding is not zeros). */
export const unpadCard = (
  padded: Uint8Array,
): { readonly salt: Uint8Array; readonly card: Uint8Array } | null => {
  if (padded.length === 0 || padded.length % step !== 0) return null;
  const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength);
  const start = saltBytes + lengthBytes;
  const end = start + view.getUint32(saltBytes, false);
  if (Math.ceil(end / step) * step !== padded.length) return null;
  if (padded.subarray(end).some((byte) => byte !== 0)) return null;
  return { salt: padded.slice(0, saltBytes), card: padded.slice(start, end) };
};
