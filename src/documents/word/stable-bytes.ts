import type { Outline } from "../outline";
import { wordText } from "./text-hygiene";

const escaped = (value: string): string =>
  wordText(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(" ");

const dated = (name: string, at: string): string =>
  `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(at)}</dcterms:${name}>`;

/** The file's properties with the time the document was made, in place of the ones docx writes with the time it packs. */
export const coreProperties = ({ title, subject }: Outline, madeAt: string) => ({
  path: "docProps/core.xml",
  data: [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<cp:coreProperties ${namespaces}>`,
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject>`,
    "<dc:creator>Panelbook</dc:creator><cp:lastModifiedBy>Panelbook</cp:lastModifiedBy><cp:revision>1</cp:revision>",
    dated("created", madeAt),
    dated("modified", madeAt),
    "</cp:coreProperties>",
  ].join(""),
});

/** 1 January 1980, the first day a zip file can name: 7 bits year, 4 month, 5 day; the time before it is zero. */
const firstDay = 0x21;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** Where the end record of a zip file without a comment starts. */
const endRecordLength = 22;

/**
 * The same zip file with every part's time set to the first day there is. Offsets as in PKWARE's APPNOTE 6.3: a part's
 * time stands in its own header and once more in the directory at the end.
 */
export const withoutFileTimes = (zip: Uint8Array): Uint8Array => {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - endRecordLength;
  if (view.getUint32(end, true) !== endOfDirectory) throw new Error("not a zip file without a comment");
  let entry = view.getUint32(end + 16, true);
  while (entry < end && view.getUint32(entry, true) === directoryEntry) {
    for (const at of [entry + 12, view.getUint32(entry + 42, true) + 10]) {
      view.setUint16(at, 0, true);
      view.setUint16(at + 2, firstDay, true);
    }
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return bytes;
};
