import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type BatchFolder, makePackBatch } from "../../../src/documents/batch/make-batch";
import { documentName, documentsFor } from "../../../src/documents/outlines/pack-set";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { plainTemplate } from "../../../src/domain/company/company-template";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import { recordText } from "../../../src/domain/record/record-text";
import { ok } from "../../../src/domain/result";
import { aFullRecord, bundledKit } from "../../../tests/support/full-record";
import { type Bench, benchRow } from "./bench";

const records = 200;
/** After so many everything that is made once has been made. */
const settledAfter = 20;

const sha256 = async (bytes: Uint8Array | string): Promise<string> =>
  createHash("sha256").update(bytes).digest("hex");

/** A folder that remembers hashes only, so that what the bench keeps is not taken for the batch's. */
const forgetfulFolder = (): BatchFolder<never> => {
  const hashes = new Map<string, string>();
  return {
    names: async () => ok([...hashes.keys()]),
    readText: async () => null,
    hashOf: async (name) => hashes.get(name) ?? null,
    write: async (name, bytes) => {
      hashes.set(name, await sha256(bytes));
      return ok(name);
    },
  };
};

/** Asks the engine to give back at once what nobody holds. */
const collect = (): void => {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
};

/** Memory that is held, in bytes: the heap and what lies outside it. */
const heldBytes = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Makes the batch and gives the memory after the twentieth record and after the last. */
const memoryOfBatch = async (): Promise<{ readonly settled: number; readonly last: number }> => {
  const kit = bundledKit();
  let settled = 0;
  await makePackBatch<never>({
    folder: forgetfulFolder(),
    records: Array.from({ length: records }, (_, seed) => async () => {
      return ok(aFullRecord({ panelists: 3, questions: 7, seed, candidate: `Candidate ${seed}`, kit }));
    }),
    role: null,
    from: null,
    to: null,
    audience: "candidateFeedback",
    disclosure: closedDisclosure,
    template: plainTemplate,
    madeAt: "2026-11-23T12:00:00.000Z",
    otherCandidates: [],
    dayOf: (at) => at.slice(0, 10),
    recordHash: (record) => sha256(recordText(record)),
    sha256,
    documents: async (record, facts) =>
      documentsFor(record, "candidateFeedback", facts).map((document) => ({
        name: documentName(record, document),
        bytes: async () => ok(await outlineToWord(document.outline)),
      })),
    word: async (outline) => ok(await outlineToWord(outline)),
    tellFile: () => undefined,
    tellProgress: (done) => {
      if (done === settledAfter) settled = heldBytes();
    },
    stopped: () => ok(undefined),
  });
  return { settled, last: heldBytes() };
};

/** A batch of two hundred records holds at its end hardly more memory than after its twentieth. */
export const batchBench: Bench = {
  name: "batch-200",
  run: async () => {
    const { settled, last } = await memoryOfBatch();
    return benchRow({
      name: "batch-200",
      unit: "bytes",
      value: last,
      against: "the same program's memory after the twentieth record",
      againstValue: settled,
      bound: 1.2,
    });
  },
};
