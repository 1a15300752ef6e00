import type { TextPort } from "../../domain/sealing/wire";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 as the window has it. */
export const windowText: TextPort = {
  utf8: (text) => new TextEncoder().encode(text),
  utf8Text: (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  },
};
