import type { Funnel } from "../domain/candidates/funnel";
import type { Finalists } from "../domain/debrief/finalists/finalists";
import type { Exercise, Kit } from "../domain/kit/kit";
import type { Prep } from "../domain/loop/prep";
import type { ComparisonAudience, Disclosure, PackAudience } from "../domain/record/audiences";
import type { LoopRecord } from "../domain/record/record";
import type { Result } from "../domain/result";
import type { BatchOrder, BatchOutcome, BatchProgress } from "./batch";
import type { ExportFailure } from "./file-trouble";
import type { Verdict } from "./verdict";

/** `occasion` is null where the brief is for no certain day; `startsAt` is a local date and time. */
export interface BriefOrder {
  readonly exercise: Exercise;
  readonly kitTitle: string;
  readonly occasion: {
    readonly candidateName: string;
    readonly startsAt: string;
    readonly room: string;
  } | null;
}

/** One pack of a record, for one audience. */
export interface PackOrder {
  readonly record: LoopRecord;
  readonly audience: PackAudience;
  readonly disclosure: Disclosure;
}

/** The finalists of a role beside each other, under letters. */
export interface ComparisonOrder {
  readonly finalists: Finalists;
  readonly audience: ComparisonAudience;
}

export interface ExportService {
  /** Makes the pack in a worker and hands it to the shell to save; reports progress from 0 to 1. */
  readonly pack: (
    order: PackOrder,
    options: { readonly onProgress: (done: number) => void; readonly signal: AbortSignal },
  ) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Asks for a folder and makes a pack of each closed record of the order in it; the same order goes on where one stopped. */
  readonly batch: (order: BatchOrder, options: BatchProgress) => Promise<Result<BatchOutcome, ExportFailure>>;
  /** Compares a pack or a record's file with the record on this laptop. */
  readonly verify: (record: LoopRecord, bytes: Uint8Array<ArrayBuffer>) => Promise<Verdict>;
  /** Saves the record as canonical JSON: the machine-readable twin of the packs. */
  readonly recordFile: (record: LoopRecord) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves what every finalist answered, question by question. */
  readonly comparison: (order: ComparisonOrder) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves how far the applications for a role came, and why the others left. */
  readonly funnel: (funnel: Funnel) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves what a candidate is told of an exercise beforehand, without rubric, roles or a test's cases. */
  readonly candidateBrief: (brief: BriefOrder) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves a panelist's prep card for paper: a page for each slot, with room to write. */
  readonly prepCard: (prep: Prep) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves a role kit as a kit file. */
  readonly kitFile: (kit: Kit) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves a whole role kit as a Word document, with role players' guides and expected answers. */
  readonly kitDocument: (kit: Kit) => Promise<Result<{ readonly path: string }, ExportFailure>>;
  /** Saves every question of these kits as CSV; `name` is the file's name without its ending. */
  readonly questionBank: (
    kits: readonly Kit[],
    name: string,
  ) => Promise<Result<{ readonly path: string }, ExportFailure>>;
}
