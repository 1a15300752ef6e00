import { unzipSync, zipSync } from "fflate";

/**
 * The parts of a Word file, unpacked into no more room than each of them says it takes and all of them may, and packed again
 * without compressing. A reader that unpacks for itself believes the stream: a part that says ten bytes may hold gigabytes.
 * Throws where the bytes are no ZIP that opens, where a stored part says to be of another size than it is, and where parts lie
 * over each other.
 */
export const storedWord = (bytes: Uint8Array, limit: number): Uint8Array<ArrayBuffer> => {
  let room = limit;
  let packed = bytes.length;
  const parts = unzipSync(bytes, {
    filter: ({ compression, size, originalSize }) => {
      packed -= size;
      // A part that is stored is copied by its packed size; many that lie over each other are unpacked once each.
      if (packed < 0 || (compression === 0 && size !== originalSize)) throw new Error("no honest ZIP");
      room -= originalSize;
      return room >= 0;
    },
  });
  return new Uint8Array(zipSync(parts, { level: 0 }));
};
