/** Reads the number that stands before a compressed text, seven bits a byte, least first. */
export const readVarint = (
  bytes: Buffer,
  from: number,
): { readonly value: number; readonly next: number } | null => {
  let [value, scale] = [0, 1];
  for (let at = from; at < bytes.length && at < from + 8; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at + 1 };
    scale *= 128;
  }
  return null;
};

/** How many bytes an element of a compressed text copies, from where, and where the next one begins. */
interface Element {
  readonly literal: boolean;
  readonly length: number;
  readonly offset: number;
  readonly next: number;
}

const elementAt = (bytes: Buffer, at: number): Element => {
  const tag = bytes[at] ?? 0;
  const high = tag >> 2;
  if ((tag & 3) === 0) {
    const more = Math.max(0, high - 59);
    const length = (more === 0 ? high : bytes.readUIntLE(at + 1, more)) + 1;
    return { literal: true, length, offset: 0, next: at + 1 + more };
  }
  if ((tag & 3) === 1)
    return {
      literal: false,
      length: (high & 7) + 4,
      offset: (tag >> 5) * 256 + bytes.readUInt8(at + 1),
      next: at + 2,
    };
  const wide = (tag & 3) === 2 ? 2 : 4;
  return { literal: false, length: high + 1, offset: bytes.readUIntLE(at + 1, wide), next: at + 1 + wide };
};

/**
 * Unpacks what Snappy compressed (github.com/google/snappy, format_description.txt); null where the bytes are no such
 * text or would be larger than `most`.
 */
export const unsnap = (bytes: Buffer, most: number): Buffer | null => {
  const size = readVarint(bytes, 0);
  if (size === null || size.value === 0 || size.value > most) return null;
  const out = Buffer.alloc(size.value);
  let [at, written] = [size.next, 0];
  try {
    while (written < out.length) {
      const { literal, length, offset, next } = elementAt(bytes, at);
      if (written + length > out.length) return null;
      if (literal) {
        if (next + length > bytes.length) return null;
        bytes.copy(out, written, next, next + length);
      } else {
        if (offset === 0 || offset > written) return null;
        // A copy may reach into what it writes: that is how a run is told.
        for (let one = 0; one < length; one += 1) out[written + one] = out[written + one - offset] ?? 0;
      }
      at = literal ? next + length : next;
      written += length;
    }
    return out;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
