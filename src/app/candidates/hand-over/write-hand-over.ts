import type { Bridge } from "../../../../electron/contract/bridge";
import { handOverPieceBytes } from "../../../../electron/contract/hand-overs";
import type { JobOptions } from "../../../bindings/bundles";
import type { Failure } from "../../../bindings/services";
import {
  type HandedFile,
  type HandedPerson,
  type HandOverAbout,
  handedFileBytes,
  headSections,
} from "../../../domain/candidates/hand-over/contents";
import { contentsLength, contentsPieces, type Section } from "../../../domain/loop/bundle/sections";
import { err, ok, type Result } from "../../../domain/result";
import { expectedOnly } from "../../../shell/bridge-shell";
import { windowText } from "../../loop/window-text";
import type { NamedFile } from "./people-to-hand";

type HandOvers = Bridge["handOvers"];

const cancelled = err<Failure>({ type: "cancelled" });

/** How much of the work looking at the files first is. */
const measuring = 0.3;

export interface MeasuredFiles {
  readonly whole: readonly HandedFile[];
  readonly leftOut: readonly NamedFile[];
}

/** Reads every file once: a damaged one is left out before the file is begun, and named. */
export const measureFiles = async (
  bridge: HandOvers,
  named: readonly NamedFile[],
  { onProgress, signal }: JobOptions,
): Promise<Result<MeasuredFiles, Failure>> => {
  const whole: HandedFile[] = [];
  const leftOut: NamedFile[] = [];
  for (const [index, file] of named.entries()) {
    if (signal.aborted) return cancelled;
    const measured = expectedOnly(await bridge.measure(file));
    if (measured.ok) whole.push({ ...file, size: measured.value.size });
    else leftOut.push(file);
    onProgress((measuring * (index + 1)) / named.length);
  }
  return ok({ whole, leftOut });
};

interface Writing {
  readonly bridge: HandOvers;
  readonly handle: string;
  readonly options: JobOptions;
  /** Says how many bytes of the contents are written. */
  readonly wrote: (bytes: number) => void;
}

const writeHead = async (
  { bridge, handle, options, wrote }: Writing,
  head: readonly Section[],
): Promise<Result<void, Failure>> => {
  for (const bytes of contentsPieces(head, handOverPieceBytes)) {
    if (options.signal.aborted) return cancelled;
    const { length } = bytes;
    const written = expectedOnly(await bridge.write({ handle, bytes }));
    if (!written.ok) return err({ ...written.error });
    wrote(length);
  }
  return ok(undefined);
};

const writeFile = async (
  { bridge, handle, options, wrote }: Writing,
  { candidateId, hash }: HandedFile,
): Promise<Result<void, Failure>> => {
  for (let before = 0; ; ) {
    if (options.signal.aborted) return cancelled;
    const step = expectedOnly(await bridge.writeFile({ handle, candidateId, hash }));
    if (!step.ok) return err({ ...step.error });
    wrote(step.value.done - before);
    before = step.value.done;
    if (step.value.last) return ok(undefined);
  }
};

const writeAll = async (
  writing: Writing,
  head: readonly Section[],
  files: readonly HandedFile[],
): Promise<Result<{ readonly path: string }, Failure>> => {
  const begun = await writeHead(writing, head);
  if (!begun.ok) return begun;
  for (const file of files) {
    const written = await writeFile(writing, file);
    if (!written.ok) return written;
  }
  if (writing.options.signal.aborted) return cancelled;
  const finished = expectedOnly(await writing.bridge.finish({ handle: writing.handle }));
  return finished.ok ? finished : err({ ...finished.error });
};

export interface HandOverToWrite {
  readonly words: string;
  readonly suggestedName: string;
  readonly about: HandOverAbout;
  readonly people: readonly HandedPerson[];
  readonly files: readonly HandedFile[];
}

/** Hands everything to main piece by piece; whatever goes wrong, nothing half-written stays. */
export const writeHandOver = async (
  bridge: HandOvers,
  { words, suggestedName, about, people, files }: HandOverToWrite,
  options: JobOptions,
): Promise<Result<{ readonly path: string }, Failure>> => {
  const head = headSections(about, people, windowText);
  const length = files.reduce((sum, file) => sum + handedFileBytes(file, windowText), contentsLength(head));
  const created = expectedOnly(await bridge.create({ words, suggestedName, length }));
  if (!created.ok) return err({ ...created.error });
  const { handle } = created.value;
  let written = 0;
  const wrote = (bytes: number): void => {
    written += bytes;
    options.onProgress(measuring + ((1 - measuring) * written) / length);
  };
  try {
    return await writeAll({ bridge, handle, options, wrote }, head, files);
  } finally {
    // After it is finished there is nothing left to drop.
    await bridge.drop({ handle });
  }
};
