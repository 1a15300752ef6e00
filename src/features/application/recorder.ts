import type { Applicant } from "../../bindings/applicant";
import type { Failure } from "../../bindings/services";
import type { ShownApplication } from "../../domain/application/shown";
import type { KitItemId } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import { onUnplugged } from "./camera";

/** First the one every player of ours plays with the least work while it is recorded. */
const formats = ["video/webm;codecs=vp8,opus", "video/webm;codecs=vp9,opus", "video/webm"];
const bits = { videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 96_000 };

/** A piece a second: so much is lost where the power goes. */
const pieceMs = 1000;
/** Pieces that wait for the disk; with more of them it does not keep up, and memory must not fill instead. */
const mostWaiting = 20;

type End = "person" | "limit" | "unplugged" | "disk";

export interface RunningTake {
  /** Seconds recorded until now. */
  readonly elapsed: () => number;
  readonly stop: () => void;
  /** The screen that is next, once the take is kept. */
  readonly ended: Promise<Result<ShownApplication, Failure>>;
}

interface TakeParts {
  readonly applicant: Applicant;
  readonly stream: MediaStream;
  readonly promptId: KitItemId;
  /** Where the recording stops by itself. */
  readonly limitSeconds: number;
}

/** Gives pieces on, one after the other; the first that cannot be kept ends the take. */
const pieceQueue = (
  keep: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<void, Failure>>,
  stop: () => void,
) => {
  let waiting = 0;
  let broken = false;
  let last: Promise<void> = Promise.resolve();
  const send = async (piece: Blob): Promise<void> => {
    if (!broken) {
      const kept = await keep(new Uint8Array(await piece.arrayBuffer()));
      broken = !kept.ok;
      if (broken) stop();
    }
    waiting -= 1;
  };
  return {
    add: (piece: Blob): void => {
      if (piece.size === 0 || broken) return;
      waiting += 1;
      last = last.then(() => send(piece));
      if (waiting > mostWaiting) stop();
    },
    empty: () => last,
  };
};

/** Null where the devices went away meanwhile, so that nothing can be recorded. Its events come after this task. */
const startedRecorder = (stream: MediaStream, mimeType: string): MediaRecorder | null => {
  try {
    const recorder = new MediaRecorder(stream, { mimeType, ...bits });
    recorder.start(pieceMs);
    return recorder;
  } catch (thrown) {
    if (thrown instanceof DOMException) return null;
    throw thrown;
  }
};

/** Records what the camera gives until somebody stops it, the time is over, a device goes away or the disk is full. */
export const startTake = async (parts: TakeParts): Promise<Result<RunningTake, Failure>> => {
  const { applicant, stream, promptId, limitSeconds } = parts;
  const mimeType = formats.find((format) => MediaRecorder.isTypeSupported(format));
  if (mimeType === undefined) return err({ type: "notRecordable" });
  const begun = await applicant.start(promptId, mimeType);
  if (!begun.ok) return begun;
  const take = begun.value;
  const recorder = startedRecorder(stream, mimeType);
  if (recorder === null) {
    const ended = await applicant.stop(take, 0, "unplugged");
    return err(ended.ok ? { type: "unplugged" } : ended.error);
  }
  const startedAt = performance.now();
  const seconds = () => Math.min((performance.now() - startedAt) / 1000, limitSeconds);
  let how: { readonly end: End; readonly seconds: number } | null = null;
  const stop = (end: End): void => {
    if (how !== null) return;
    how = { end, seconds: seconds() };
    if (recorder.state !== "inactive") recorder.stop();
  };
  const queue = pieceQueue(
    (bytes) => applicant.keep(take, bytes),
    () => stop("disk"),
  );
  recorder.addEventListener("dataavailable", ({ data }) => queue.add(data));
  const forget = onUnplugged(stream, () => stop("unplugged"));
  const limit = setTimeout(() => stop("limit"), limitSeconds * 1000);
  const ended = new Promise<Result<ShownApplication, Failure>>((done, failed) => {
    recorder.addEventListener("stop", () => {
      forget();
      clearTimeout(limit);
      stop("unplugged");
      const { end, seconds: recorded } = how ?? { end: "unplugged", seconds: seconds() };
      queue
        .empty()
        .then(() => applicant.stop(take, recorded, end))
        .then(done, failed);
    });
  });
  return ok({ elapsed: seconds, stop: () => stop("person"), ended });
};
