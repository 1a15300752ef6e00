const crcOfByte = (start: number): number => {
  let crc = start;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
};

/**
 * CRC-32 (IEEE 802.3) of an ASCII text as eight hexadecimal digits. It finds slips of the hand and of the
 * clipboard, not malice: whoever means harm computes it again.
 */
export const crc32Hex = (text: string): string => {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc = (crc >>> 8) ^ crcOfByte((crc ^ text.charCodeAt(at)) & 0xff);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
};
