/** Rows of pixels from the top, three bytes each: red, green, blue. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const crcOfByte = (byte: number): number => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
};

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => crcOfByte(byte));

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1)
    crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
};

const bigEndian = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const named = joined([new TextEncoder().encode(type), data]);
  return joined([bigEndian(data.length), named, bigEndian(crcOf(named))]);
};

/** So many bytes are summed until a sum may be larger than 32 bits hold (RFC 1950, the reference code's NMAX). */
const summedAtOnce = 5552;

/** Adler-32 (RFC 1950). */
const adlerOf = (bytes: Uint8Array): number => {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += summedAtOnce) {
    const end = Math.min(bytes.length, from + summedAtOnce);
    for (let at = from; at < end; at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
};

const longestBlock = 65_535;

/** A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4): the Word file around it compresses what it holds. */
const stored = (bytes: Uint8Array): Uint8Array => {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < bytes.length; at += longestBlock) {
    const part = bytes.subarray(at, at + longestBlock);
    const isLast = at + longestBlock >= bytes.length;
    const length = [part.length & 255, part.length >>> 8];
    blocks.push(Uint8Array.of(isLast ? 1 : 0, ...length, ...length.map((byte) => byte ^ 255)), part);
  }
  return joined([...blocks, bigEndian(adlerOf(bytes))]);
};

/** Every row begins with the filter it is written with; 0 is none. */
const filtered = ({ width, height, rgb }: Pixels): Uint8Array => {
  const row = width * 3;
  const bytes = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y += 1) bytes.set(rgb.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return bytes;
};

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG file (W3C PNG, third edition): eight bits, true colour, not interlaced. The same pixels give the same bytes. */
export const pngOf = (pixels: Pixels): Uint8Array =>
  joined([
    signature,
    chunk("IHDR", joined([bigEndian(pixels.width), bigEndian(pixels.height), Uint8Array.of(8, 2, 0, 0, 0)])),
    chunk("IDAT", stored(filtered(pixels))),
    chunk("IEND", new Uint8Array()),
  ]);
