/** The first bytes of an entry in a ZIP's central directory (APPNOTE.TXT 4.3.12), and where its unpacked size stands. */
const signature = 0x02014b50;
const sizeAt = 24;

/** How many bytes a ZIP says it unpacks to, without unpacking any: a small file may hold gigabytes of blanks. */
export const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + sizeAt + 4 <= bytes.length; at += 1)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === signature)
      total += view.getUint32(at + sizeAt, true);
  return total;
};
