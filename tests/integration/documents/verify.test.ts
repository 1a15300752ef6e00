import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { type Verifying, verifyFile } from "../../../src/app/exports/verify-file";
import { type PackFacts, packOutline } from "../../../src/documents/outlines/pack";
import { readPack } from "../../../src/documents/verify/pack-text";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { closedDisclosure, type PackAudience } from "../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../src/domain/record/record";
import { recordText } from "../../../src/domain/record/record-text";
import { noon } from "../../support/builders/record";
import { aPlantedRecord } from "../../support/planted-record";

const recordHash = "q1W2e3R4t5Z6u7I8o9P0a1S2d3F4g5H6j7K8l9Y0x1C";
const facts: PackFacts = { recordHash, generatedAt: noon, disclosure: closedDisclosure, otherCandidates: [] };

const make = async (record: LoopRecord, audience: PackAudience, made: PackFacts) =>
  new Uint8Array(await outlineToWord(packOutline(record, audience, made)));

const here = (record = aPlantedRecord()): Verifying => ({
  record,
  recordHash,
  otherCandidates: [],
  remake: (audience, made) => make(record, audience, made),
});

const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text));

const altered = async (bytes: Uint8Array, from: string, to: string) => {
  const zip = await JSZip.loadAsync(bytes);
  const document = (await zip.file("word/document.xml")?.async("text")) ?? "";
  expect(document).toContain(from);
  zip.file("word/document.xml", document.replace(from, to));
  return new Uint8Array(await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" }));
};

describe("checking a file against the record on this laptop", () => {
  it.each(["subjectAccess", "candidateFeedback"] as const)(
    "says of a pack for %s that it matches, also packed anew by another program",
    async (audience) => {
      const pack = await make(aPlantedRecord(), audience, facts);
      expect(await verifyFile(pack, here())).toEqual({ kind: "same", what: "pack" });
      const again = await altered(pack, "<w:body>", "<w:body>");
      expect(await verifyFile(again, here())).toEqual({ kind: "same", what: "pack" });
    },
    240_000,
  );

  it("says which words somebody changed in a pack", async () => {
    const pack = await altered(
      await make(aPlantedRecord(), "hiringManager", facts),
      "I did not hear one figure.",
      "I heard every figure.",
    );
    expect(await verifyFile(pack, here())).toEqual({
      kind: "packDiffers",
      otherRecord: false,
      otherWording: false,
      missing: ["“I did not hear one figure.”"],
      added: ["“I heard every figure.”"],
      reordered: false,
    });
  }, 240_000);

  it("says that a pack was made of another state of the record", async () => {
    const pack = await make(aPlantedRecord(), "candidateFeedback", { ...facts, recordHash: "x".repeat(43) });
    expect(await verifyFile(pack, here())).toMatchObject({ kind: "packDiffers", otherRecord: true });
  }, 240_000);

  it("says of a pack that says otherwise whether another wording made it", async () => {
    const made = packOutline(aPlantedRecord(), "candidateFeedback", facts);
    const before = {
      ...made,
      properties: (made.properties ?? []).filter(({ name }) => name !== "PanelbookWording"),
    };
    const pack = new Uint8Array(await outlineToWord(before));
    expect(await verifyFile(pack, here())).toEqual({ kind: "same", what: "pack" });
    const [line = ""] = (await readPack(pack))?.lines ?? [];
    const reworded = await altered(pack, `>${line}<`, ">Worded otherwise<");
    expect(await verifyFile(reworded, here())).toMatchObject({
      kind: "packDiffers",
      otherRecord: false,
      otherWording: true,
      missing: [line],
    });
  }, 240_000);

  it("says of a record’s file that it matches, and which parts differ where it does not", async () => {
    const record = aPlantedRecord();
    expect(await verifyFile(utf8(recordText(record)), here())).toEqual({ kind: "same", what: "record" });
    const other = { ...record, discussion: [], persons: record.persons.slice(1) };
    expect(await verifyFile(utf8(recordText(other)), here())).toEqual({
      kind: "recordDiffers",
      parts: ["discussion", "persons"],
    });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["words", utf8("a letter")],
    ["JSON of something else", utf8('{"format":"x"}')],
    ["the beginning of a zip file", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ["zip marks without a file", new Uint8Array([0x50, 0x4b, 5, 6, ...new Array(18).fill(255)])],
  ])("takes %s for neither", async (_, bytes) => {
    expect(await verifyFile(bytes, here())).toEqual({ kind: "neither" });
  });

  it("asks to update for a record of a newer version", async () => {
    const newer = JSON.stringify({ ...aPlantedRecord(), formatVersion: 99 });
    expect(await verifyFile(utf8(newer), here())).toEqual({ kind: "newerRecord", version: 99 });
  });
});
