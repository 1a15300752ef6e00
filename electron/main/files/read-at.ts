import { type FileHandle, open } from "node:fs/promises";

/** As many bytes from `at` on as there are, at most `length`. */
export const readAt = async (file: FileHandle, at: number, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
};

/** The handle, or null where the file system says no: gone, no permission, a broken disk. */
export const openToRead = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, "r");
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
};
