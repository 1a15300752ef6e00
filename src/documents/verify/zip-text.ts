/** Numbers of PKWARE's APPNOTE 6.3. */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endRecordLength = 22;
const longestComment = 0xffff;

/** No part of a pack is nearly as large; what unpacks to more was made to fill a memory. */
const largestPart = 64 * 1024 * 1024;

const endAt = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - endRecordLength - longestComment);
  for (let at = view.byteLength - endRecordLength; at >= first; at -= 1)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  return -1;
};

interface Entry {
  readonly deflated: boolean;
  readonly packed: Uint8Array<ArrayBuffer>;
}

const findEntry = (bytes: Uint8Array<ArrayBuffer>, wanted: string): Entry | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endAt(view);
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  while (at < end && view.getUint32(at, true) === directoryEntry) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (name === wanted) {
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return {
        deflated: view.getUint16(at + 10, true) === 8,
        packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
      };
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return null;
};

const inflated = async (packed: Uint8Array<ArrayBuffer>): Promise<string | null> => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > largestPart) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
};

/** One part of a zip file as text; null where there is none, or where the file is damaged or unpacks to far too much. */
export const zipText = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string | null> => {
  try {
    const entry = findEntry(bytes, name);
    if (entry === null) return null;
    return entry.deflated ? await inflated(entry.packed) : new TextDecoder().decode(entry.packed);
  } catch (thrown) {
    // Offsets outside the file, and bytes that were never packed, are what a damaged file has.
    if (thrown instanceof RangeError || thrown instanceof TypeError) return null;
    throw thrown;
  }
};
