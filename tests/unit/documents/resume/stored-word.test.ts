import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { storedWord } from "../../../../src/documents/resume/stored-word";

const limit = 1000;

/** A ZIP whose one part says that it unpacks to ten bytes, in both places where a ZIP says so. */
const liar = (): Uint8Array => {
  const zip = zipSync({ "word/document.xml": strToU8("0".repeat(100_000)) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 30 <= zip.length; at += 1) {
    // APPNOTE.TXT 4.3.7 and 4.3.12: the unpacked size stands at byte 22 of a local header, at 24 of a central one.
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return zip;
};

describe("a Word file that is unpacked", () => {
  it("has the same parts afterwards, stored", () => {
    const parts = {
      "word/document.xml": strToU8("<w:document/>"),
      "word/styles.xml": strToU8("<w:styles/>"),
    };
    const stored = storedWord(zipSync(parts), limit);
    expect(unzipSync(stored)).toEqual(parts);
    expect(new TextDecoder("latin1").decode(stored)).toContain("<w:document/>");
  });

  it("gets no more room than a part says it takes, whatever its stream holds", () => {
    const before = liar();
    expect(unzipSync(storedWord(before, limit))["word/document.xml"]?.length ?? 0).toBeLessThanOrEqual(10);
  });

  it("loses the parts for which there is no room left in all", () => {
    const parts = { "a.xml": strToU8("a".repeat(600)), "b.xml": strToU8("b".repeat(600)) };
    expect(Object.keys(unzipSync(storedWord(zipSync(parts), limit)))).toEqual(["a.xml"]);
  });
});
