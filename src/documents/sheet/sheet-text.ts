import type { Sheet } from "./sheet";

/** A text that was decoded, and as what. */
export interface SheetText {
  readonly text: string;
  readonly encoding: Exclude<Sheet["encoding"], "workbook">;
}

const as = (bytes: Uint8Array, label: string, encoding: SheetText["encoding"]): SheetText => ({
  text: new TextDecoder(label).decode(bytes),
  encoding,
});

/* Without a mark: the first letter of a table is hardly ever beyond Latin, so one half of it is a zero. */
const utf16Of = ([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null => {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return null;
};

/** UTF-16 of either order, with or without its mark; else UTF-8, and Windows-1252 where it is none. */
export const sheetText = (bytes: Uint8Array): SheetText => {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return as(bytes, utf16, "utf-16");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch (thrown) {
    // Only what is no UTF-8 is taken for the other encoding; nothing else throws a TypeError here.
    if (!(thrown instanceof TypeError)) throw thrown;
    return as(bytes, "windows-1252", "windows-1252");
  }
};
