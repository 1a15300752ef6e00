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

  it("is refused where a stored part says to be smaller than it is", () => {
    const zip = zipSync({ "a.xml": strToU8("a".repeat(600)) }, { level: 0 });
    expect(() => storedWord(zip, limit)).not.toThrow();
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    for (let at = 0; at + 30 <= zip.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0, true);
    expect(() => storedWord(zip, limit)).toThrow();
  });

  it("is refused where its parts take more room than the file has, as they lie over each other", () => {
    const parts = { "a.xml": strToU8("a".repeat(300)), "b.xml": strToU8("b".repeat(10)) };
    const zip = zipSync(parts, { level: 0 });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    const central = [...zip.keys()].filter(
      (at) => at + 46 <= zip.length && view.getUint32(at, true) === 0x02014b50,
    );
    // APPNOTE.TXT 4.3.12: sizes at 20 and 24, the place of the local header at 42. Both parts are made the whole of the first.
    for (const at of central) {
      view.setUint32(at + 20, 300, true);
      view.setUint32(at + 24, 300, true);
      view.setUint32(at + 42, 0, true);
    }
    expect(() => storedWord(zip, 10_000)).toThrow();
  });

  it("loses the parts for which there is no room left in all", () => {
    const parts = { "a.xml": strToU8("a".repeat(600)), "b.xml": strToU8("b".repeat(600)) };
    expect(Object.keys(unzipSync(storedWord(zipSync(parts), limit)))).toEqual(["a.xml"]);
  });
});
