/**
 * CRC-32C (Castagnoli), reflected polynomial 0x82F63B78, as RFC 3720 appendix B.4 has it. Eight bytes are taken at a time
 * ("slicing-by-8", Kounavis and Berry 2005): table `k` has what a byte does `k` bytes further on.
 */
const slices = 8;
const tables = new Uint32Array(slices * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  tables[byte] = value >>> 0;
}
for (let at = 256; at < tables.length; at += 1) {
  const before = tables[at - 256] ?? 0;
  tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
}

const looked = (slice: number, byte: number): number => tables[slice * 256 + (byte & 0xff)] ?? 0;

const eightBytes = (value: number, view: DataView, at: number): number => {
  const low = view.getUint32(at, true) ^ value;
  const high = view.getUint32(at + 4, true);
  return (
    looked(7, low) ^
    looked(6, low >>> 8) ^
    looked(5, low >>> 16) ^
    looked(4, low >>> 24) ^
    looked(3, high) ^
    looked(2, high >>> 8) ^
    looked(1, high >>> 16) ^
    looked(0, high >>> 24)
  );
};

/**
 * The CRC-32C of `bytes` as an unsigned number; of several pieces as if they were one, where `before` is that of the pieces so
 * far. Finds accidents, never intent.
 */
export const crc32c = (bytes: Uint8Array, before = 0): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % slices);
  let value = before ^ 0xffffffff;
  for (let at = 0; at < whole; at += slices) value = eightBytes(value, view, at);
  for (let at = whole; at < bytes.length; at += 1)
    value = (value >>> 8) ^ looked(0, value ^ view.getUint8(at));
  return (value ^ 0xffffffff) >>> 0;
};
