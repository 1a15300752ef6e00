import type { Bridge } from "../../../../electron/contract/bridge";
import { bundlePieceBytes, type FoundBundle } from "../../../../electron/contract/bundles";
import type { JobOptions } from "../../../bindings/bundles";
import type { Failure } from "../../../bindings/services";
import type { LoopId } from "../../../domain/ids";
import {
  contentsLength,
  contentsPieces,
  type Section,
  sectionReader,
} from "../../../domain/loop/bundle/sections";
import { err, ok, type Result } from "../../../domain/result";
import { expectedOnly } from "../../../shell/bridge-shell";

type Bundles = Bridge["bundles"];

const cancelled = err<Failure>({ type: "cancelled" });

const writePieces = async (
  bundles: Bundles,
  handle: string,
  sections: readonly Section[],
  { onProgress, signal }: JobOptions,
): Promise<Result<{ readonly path: string }, Failure>> => {
  const length = contentsLength(sections);
  let done = 0;
  for (const bytes of contentsPieces(sections, bundlePieceBytes)) {
    if (signal.aborted) return cancelled;
    const written = expectedOnly(await bundles.write({ handle, bytes }));
    if (!written.ok) return err({ ...written.error });
    done += bytes.length;
    onProgress(done / length);
  }
  const finished = signal.aborted ? cancelled : expectedOnly(await bundles.finish({ handle }));
  return finished.ok ? ok({ path: finished.value.path }) : err({ ...finished.error });
};

/** Hands sections to main piece by piece; whatever goes wrong, nothing half-written stays. */
export const writeBundleFile = async (
  bundles: Bundles,
  file: { readonly loopId: LoopId; readonly suggestedName: string; readonly sections: readonly Section[] },
  options: JobOptions,
): Promise<Result<{ readonly path: string }, Failure>> => {
  const { loopId, suggestedName, sections } = file;
  const length = contentsLength(sections);
  const created = expectedOnly(await bundles.create({ loopId, suggestedName, length }));
  if (!created.ok) return err({ ...created.error });
  const { handle } = created.value;
  try {
    return await writePieces(bundles, handle, sections, options);
  } finally {
    // After it is finished there is nothing left to drop.
    await bundles.drop({ handle });
  }
};

export interface ReadBundle {
  readonly found: FoundBundle;
  readonly sections: readonly Section[];
}

const readSections = async (
  bundles: Bundles,
  found: FoundBundle,
  { onProgress, signal }: JobOptions,
): Promise<Result<readonly Section[], Failure>> => {
  const reader = sectionReader();
  const sections: Section[] = [];
  let done = 0;
  for (let last = false; !last; ) {
    if (signal.aborted) return cancelled;
    const piece = expectedOnly(await bundles.read({ handle: found.handle }));
    if (!piece.ok) return err({ ...piece.error });
    const read = reader.push(piece.value.bytes);
    if (!read.ok) return err({ ...read.error });
    sections.push(...read.value);
    ({ last } = piece.value);
    done += piece.value.bytes.length;
    onProgress(found.length === 0 ? 1 : done / found.length);
  }
  return reader.isWhole() ? ok(sections) : err({ type: "contentsInvalid" });
};

/** Asks for a file and reads it whole; main has checked its signature before the first piece comes. */
export const readBundleFile = async (
  bundles: Bundles,
  loopIds: readonly LoopId[],
  options: JobOptions,
): Promise<Result<ReadBundle, Failure>> => {
  const found = expectedOnly(await bundles.open({ loopIds: [...loopIds] }));
  if (!found.ok) return err({ ...found.error });
  try {
    const sections = await readSections(bundles, found.value, options);
    return sections.ok ? ok({ found: found.value, sections: sections.value }) : sections;
  } finally {
    await bundles.drop({ handle: found.value.handle });
  }
};
