/**
 * Ed25519 public keys of small order, as hex without the sign bit: a signature by such a key can fit many
 * texts, so it proves nothing about what was signed. The list of RFC 8032's curve: the points of order 1, 2, 4
 * and 8 with their non-canonical spellings.
 */
const smallOrder: ReadonlySet<string> = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);

const hexByte = (byte: number): string => byte.toString(16).padStart(2, "0");

/** True for a public key whose signatures bind nothing. `key` has 32 bytes. */
export const isWeakSignKey = (key: Uint8Array): boolean => {
  const withoutSign = Array.from(key, (byte, index) => (index === 31 ? byte & 0x7f : byte));
  return smallOrder.has(withoutSign.map(hexByte).join(""));
};
