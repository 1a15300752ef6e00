import type { Take } from "../../../src/domain/application/progress";
import { type ApplicationScript, limitsOf } from "../../../src/domain/application/script";
import type { Clip, TakeEnd } from "../../../src/domain/application/taken-application";
import { err, ok, type Result } from "../../../src/domain/result";
import type { ChunkRefusal, KeepFailure } from "../../contract/candidate-contract";
import type { FileDraft, FileStore } from "../files/store/file-store";

/** Bytes a second of recording may have at most; the window asks its recorder for a third of that. */
const bytesPerSecond = 1_000_000;
/** For the recorder's first burst. */
const slackBytes = 8_000_000;

/**
 * Room that is held while a recording comes in and given back before it is filed: on a disk that became full there is
 * then enough left to close the clip and to write down that it is there.
 */
const reserveBytes = 256 * 1024;

/** The name of a take's draft in the file store. */
const draftNameOf = ({ applicationId }: ApplicationScript, { promptId, number }: Take): string =>
  `${applicationId}-${number}-${promptId.slice(0, 30)}`;

/** One recording while it comes in. */
export interface TakeRecording {
  readonly take: Take;
  readonly chunk: (index: number, bytes: Uint8Array) => Promise<Result<null, ChunkRefusal>>;
  /** Files what came; null where nothing did. */
  readonly stop: (seconds: number | null, end: TakeEnd) => Promise<Result<Clip | null, KeepFailure>>;
}

const mostBytes = (script: ApplicationScript, { promptId }: Take): number => {
  const prompt = script.prompts.find(({ id }) => id === promptId);
  return (prompt === undefined ? 0 : limitsOf(prompt).seconds) * bytesPerSecond + slackBytes;
};

/** Holds the reserve. What a crash leaves of it is overwritten by the next. */
const holdReserve = async (
  script: ApplicationScript,
  files: FileStore,
): Promise<Result<FileDraft, KeepFailure>> => {
  const held = await files.begin(script.candidateId, `${script.applicationId}-reserve`);
  if (!held.ok) return held;
  const filled = await held.value.append(new Uint8Array(reserveBytes));
  if (filled.ok) return held;
  await held.value.abandon();
  return filled;
};

/** Makes room for a take and begins it. */
export const beginRecording = async (
  script: ApplicationScript,
  take: Take,
  files: FileStore,
): Promise<Result<TakeRecording, KeepFailure>> => {
  const reserve = await holdReserve(script, files);
  if (!reserve.ok) return reserve;
  const draft = await files.begin(script.candidateId, draftNameOf(script, take));
  if (draft.ok) return ok(recordTake(script, take, draft.value, reserve.value));
  await reserve.value.abandon();
  return draft;
};

/** Takes pieces in their order, each on the disk before it is answered. */
const recordTake = (
  script: ApplicationScript,
  take: Take,
  draft: FileDraft,
  reserve: FileDraft,
): TakeRecording => {
  const most = mostBytes(script, take);
  let next = 0;
  let failed: KeepFailure | null = null;
  return {
    take,
    chunk: async (index, bytes) => {
      if (failed !== null) return err(failed);
      if (index !== next) return err({ type: "outOfOrder" });
      if (draft.size() + bytes.length > most) return err({ type: "tooMuch" });
      const appended = await draft.append(bytes);
      if (!appended.ok) {
        failed = appended.error;
        return appended;
      }
      next += 1;
      return ok(null);
    },
    stop: async (seconds, end) => {
      await reserve.abandon();
      if (draft.size() === 0) {
        await draft.abandon();
        return ok(null);
      }
      const filed = await draft.finish();
      if (!filed.ok) return filed;
      const { hash, size } = filed.value;
      return ok({ hash, size, mimeType: take.mimeType, seconds, end: failed === null ? end : "disk" });
    },
  };
};

/** Files what a crash left of a take; null where there is nothing. */
export const recoverTake = async (
  script: ApplicationScript,
  take: Take,
  files: FileStore,
): Promise<Result<Clip | null, KeepFailure>> => {
  const found = await files.recover(script.candidateId, draftNameOf(script, take));
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const { hash, size } = found.value;
  return ok({ hash, size, mimeType: take.mimeType, seconds: null, end: "crash" });
};
