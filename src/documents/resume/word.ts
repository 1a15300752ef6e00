import { err, ok, type Result } from "../../domain/result";
import { type ResumeRefusal, recogniseResume, unpackedLimit } from "./recognise";
import { type WordBlock, wordBlocks } from "./word-blocks";

/** Reads a Word file (.docx) as blocks of words. Macros, links and pictures stay where they are. */
export const readWord = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<readonly WordBlock[], ResumeRefusal>> => {
  const recognised = recogniseResume(bytes);
  if (!recognised.ok) return recognised;
  const { default: mammoth } = await import("mammoth");
  const { storedWord } = await import("./stored-word");
  try {
    const stored = storedWord(bytes, unpackedLimit);
    // In the window the library reads `arrayBuffer`, outside it `buffer`.
    const input = { arrayBuffer: stored.buffer, buffer: stored };
    const { value } = await mammoth.convertToHtml(input as unknown as { arrayBuffer: ArrayBuffer }, {
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    });
    return ok(wordBlocks(value));
  } catch (thrown) {
    // A stranger's file: whatever the reader says of it, it is no Word file that can be shown.
    if (thrown instanceof Error) return err({ type: "wordUnreadable" });
    throw thrown;
  }
};
