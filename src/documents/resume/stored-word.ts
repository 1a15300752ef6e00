import { unzipSync, zipSync } from "fflate";

/**
 * The parts of a Word file, unpacked into no more room than each of them says it takes and all of them may, and packed again
 * without compressing. A reader that unpacks for itself believes the stream: a part that says ten bytes may hold gigabytes.
 * Throws where the bytes are no ZIP that opens.
 */
export const storedWord = (bytes: Uint8Array, limit: number): Uint8Array<ArrayBuffer> => {
  let room = limit;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      room -= originalSize;
      return room >= 0;
    },
  });
  return new Uint8Array(zipSync(parts, { level: 0 }));
};
