import type { Verdict } from "../../bindings/verdict";
import type { PackFacts } from "../../documents/outlines/pack";
import { packWording } from "../../documents/outlines/pack-properties";
import { compareLines, differingParts } from "../../documents/verify/compare";
import { readPack } from "../../documents/verify/pack-text";
import type { PackAudience } from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import { parseRecordFile } from "../../domain/record/record-file";
import { recordText } from "../../domain/record/record-text";

export interface Verifying {
  readonly record: LoopRecord;
  readonly recordHash: string;
  readonly otherCandidates: readonly string[];
  /** Makes the pack again, as it was made. */
  readonly remake: (audience: PackAudience, facts: PackFacts) => Promise<Uint8Array<ArrayBuffer>>;
}

const verifyPack = async (bytes: Uint8Array<ArrayBuffer>, verifying: Verifying): Promise<Verdict> => {
  const found = await readPack(bytes);
  if (found === null) return { kind: "neither" };
  const { audience, recordHash, generatedAt, disclosure, keeping, wording } = found.origin;
  const { otherCandidates } = verifying;
  const facts = { recordHash: verifying.recordHash, generatedAt, disclosure, otherCandidates, keeping };
  const made = await readPack(await verifying.remake(audience, facts));
  if (made === null) throw new Error("a pack made here is a pack");
  const otherRecord = recordHash !== verifying.recordHash;
  const difference = compareLines(made.lines, found.lines);
  if (difference === null && !otherRecord) return { kind: "same", what: "pack" };
  const nothing = { missing: [], added: [], reordered: false };
  const otherWording = wording !== packWording;
  return { kind: "packDiffers", otherRecord, otherWording, ...(difference ?? nothing) };
};

const verifyRecord = (text: string, { record }: Verifying): Verdict => {
  const read = parseRecordFile(text);
  if (!read.ok)
    return read.error.type === "newerRecord"
      ? { kind: "newerRecord", version: read.error.version }
      : { kind: "neither" };
  if (read.value.loopId !== record.loopId) return { kind: "otherLoop" };
  return recordText(read.value) === recordText(record)
    ? { kind: "same", what: "record" }
    : { kind: "recordDiffers", parts: differingParts(record, read.value) };
};

/** A zip file begins so, and no JSON does. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Compares a file with the record on this laptop: a pack by making it again, a record part by part. */
export const verifyFile = (bytes: Uint8Array<ArrayBuffer>, verifying: Verifying): Promise<Verdict> =>
  isZip(bytes)
    ? verifyPack(bytes, verifying)
    : Promise.resolve(verifyRecord(new TextDecoder().decode(bytes), verifying));
