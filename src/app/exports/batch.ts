import type { BatchOrder, BatchOutcome, BatchProgress, ExportFailure } from "../../bindings/batch";
import { type BatchFolder, makePackBatch } from "../../documents/batch/make-batch";
import { documentName } from "../../documents/outlines/pack-set";
import type { CompanyTemplate } from "../../domain/company/company-template";
import { safeFileName } from "../../domain/file-name";
import type { LoopRecord } from "../../domain/record/record";
import { recordText } from "../../domain/record/record-text";
import { type Err, err, ok, type Result } from "../../domain/result";
import type { RetentionTable } from "../../domain/retention/regimes";
import type { ChosenFolder, FolderFailure, Shell } from "../../shell/shell";
import { hashOfText } from "../hash";
import type { NamesFailure } from "./candidate-names";
import { localDay } from "./local-day";
import type { PackOrder } from "./messages";

/** A closed record of this laptop, read when it is wanted. */
export interface ClosedRecord {
  readonly read: () => Promise<Result<LoopRecord, ExportFailure>>;
}

export interface BatchParts {
  readonly shell: Pick<Shell, "chooseFolder">;
  readonly now: () => string;
  readonly candidateNames: () => Promise<Result<readonly string[], NamesFailure>>;
  readonly template: () => Promise<CompanyTemplate>;
  /** The company's rules on keeping, as they stand now. */
  readonly retention: () => Promise<RetentionTable>;
  /** Of this laptop's person's own decided loops, and how many of those have no record here. */
  readonly closedRecords: () => Promise<
    Result<{ readonly records: readonly ClosedRecord[]; readonly lacking: number }, ExportFailure>
  >;
  readonly make: (
    order: PackOrder,
    signal: AbortSignal,
  ) => Promise<Result<Uint8Array<ArrayBufferLike>, ExportFailure>>;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));

/** A name from somebody else's manifest may be anything; only plain ones are asked for. */
const isPlain = (name: string): boolean => safeFileName(name) === name;

// A folder's handle lives as long as the program: without it there is nowhere to write.
const exportFailure = (failure: FolderFailure, { path }: ChosenFolder): Err<ExportFailure> =>
  err(failure.type === "gone" ? { type: "folderMissing", path } : failure);

const folderOf = (folder: ChosenFolder): BatchFolder<ExportFailure> => ({
  names: async () => {
    const names = await folder.names();
    return names.ok ? names : exportFailure(names.error, folder);
  },
  readText: folder.readText,
  hashOf: async (name: string) => (isPlain(name) ? folder.hashOf(name) : null),
  write: async (name, bytes) => {
    const saved = await folder.write(name, bytes);
    return saved.ok ? ok(saved.value.path) : exportFailure(saved.error, folder);
  },
});

/** Asks for a folder and makes a pack of every chosen record in it, one worker after the other. */
export const makeBatchOfPacks = async (
  { shell, now, candidateNames, template, retention, closedRecords, make }: BatchParts,
  { audience, disclosure, ...choice }: BatchOrder,
  { onProgress, signal }: BatchProgress,
): Promise<Result<BatchOutcome, ExportFailure>> => {
  const names = await candidateNames();
  if (!names.ok) return names;
  const closed = await closedRecords();
  if (!closed.ok) return closed;
  const chosen = await shell.chooseFolder();
  if (!chosen.ok) return chosen;
  const look = await template();
  const rules = await retention();
  onProgress({ done: 0, of: closed.value.records.length });
  const made = await makePackBatch<ExportFailure>({
    ...choice,
    audience,
    disclosure,
    folder: folderOf(chosen.value),
    records: closed.value.records.map(({ read }) => read),
    template: look,
    retention: { regimes: rules.regimes.filter((regime) => regime.chosen), holds: rules.holds },
    madeAt: now(),
    otherCandidates: names.value,
    dayOf: localDay,
    recordHash: (record) => hashOfText(recordText(record)),
    sha256,
    documents: async (record, facts) => [
      {
        name: documentName(record, { audience, of: "" }),
        bytes: () => make({ kind: "pack", record, audience, facts, template: look }, signal),
      },
    ],
    word: (outline) => make({ kind: "outline", outline, template: look }, signal),
    tellFile: () => undefined,
    tellProgress: (done, of) => onProgress({ done, of }),
    stopped: () => (signal.aborted ? err({ type: "cancelled" }) : ok(undefined)),
  });
  const { path } = chosen.value;
  return made.ok ? ok({ path, ...made.value, lacking: closed.value.lacking }) : made;
};
