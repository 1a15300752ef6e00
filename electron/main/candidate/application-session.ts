import {
  answerConsent,
  answerKnockOut,
  beginTake,
  clipOf,
  endTake,
  finishApplication,
  leaveApplication,
  type Progress,
  type ProgressRefusal,
  submitClip,
  submitText,
  type Take,
  takesOf,
} from "../../../src/domain/application/progress";
import { toShown } from "../../../src/domain/application/shown";
import type { Clip, TakeEnd } from "../../../src/domain/application/taken-application";
import type { Hash, KitItemId, Timestamp } from "../../../src/domain/ids";
import { inTurn } from "../../../src/domain/in-turn";
import { err, ok, type Result } from "../../../src/domain/result";
import type {
  CandidateChannels,
  CandidateHandlers,
  CandidateRefusal,
  KeepFailure,
} from "../../contract/candidate-contract";
import type { ParsedOf } from "../../contract/channels";
import type { FileReader, FileStore } from "../files/store/file-store";
import type { KeptSession } from "./session-file";
import { beginRecording, recoverTake, type TakeRecording } from "./take-recording";

export interface SessionParts {
  readonly files: FileStore;
  /** Keeps the session durably. */
  readonly keep: (session: KeptSession) => Result<null, KeepFailure>;
  readonly now: () => Timestamp;
}

/** One application at work: every answer is on the disk before the window is told so. */
export interface ApplicationSession {
  readonly handlers: Omit<CandidateHandlers, "candidate.leave">;
  /** A recording of this application, to be looked at before it is handed in; no other file. */
  readonly openClip: (hash: Hash) => Promise<Result<FileReader, KeepFailure>>;
  /** Staff takes the laptop back: ends what is running and what was not handed in goes. */
  readonly leave: () => Promise<Result<null, KeepFailure>>;
}

type Answer = ParsedOf<CandidateChannels["candidate.answer"]>;

const answered = (
  { script, progress }: KeptSession,
  answer: Answer,
  at: Timestamp,
): Result<Progress, ProgressRefusal> => {
  switch (answer.kind) {
    case "consent":
      return answerConsent(script, progress, answer.agreed, at);
    case "knockOut":
      return answerKnockOut(script, progress, answer.questionId, answer.answer, at);
    case "text":
      return submitText(script, progress, answer.promptId, answer.text, at);
    case "clip":
      return submitClip(script, progress, answer.promptId, at);
  }
};

/** Recordings of a prompt besides the one that would be handed in. */
const otherClips = (progress: Progress, promptId: KitItemId, kept: Hash | null): readonly Clip[] =>
  takesOf(progress, promptId).flatMap(({ clip }) => (clip === null || clip.hash === kept ? [] : [clip]));

/** Goes on with an application, from its beginning or from where a restart left it. */
export const openSession = async (
  from: KeptSession,
  { files, keep, now }: SessionParts,
): Promise<ApplicationSession> => {
  const { script } = from;
  const take = inTurn().run;
  let progress = from.progress;
  let recording: TakeRecording | null = null;

  const shown = () => toShown(script, progress);
  const moveTo = (next: Progress): Result<null, KeepFailure> => {
    const written = keep({ script, progress: next });
    if (written.ok) progress = next;
    return written;
  };
  const removeClips = async (clips: readonly Clip[]): Promise<void> => {
    // A file the disk does not let go stays encrypted and goes with the person's key.
    for (const { hash } of clips) await files.remove(script.candidateId, hash);
  };
  /** Answers with the screen that is next, once the step is kept. */
  const moved = (
    step: Result<Progress, ProgressRefusal>,
  ): Result<ReturnType<typeof shown>, CandidateRefusal> => {
    if (!step.ok) return step;
    const written = moveTo(step.value);
    return written.ok ? ok(shown()) : written;
  };
  const stopped = async (
    running: TakeRecording,
    seconds: number | null,
    end: TakeEnd,
  ): Promise<Result<null, KeepFailure>> => {
    recording = null;
    const filed = await running.stop(seconds, end);
    if (!filed.ok) return filed;
    const written = moveTo(endTake(progress, running.take, filed.value));
    const { promptId } = running.take;
    if (written.ok)
      await removeClips(otherClips(progress, promptId, clipOf(progress, promptId)?.hash ?? null));
    return written;
  };
  const begin = async (promptId: KitItemId, mimeType: string): Promise<Result<Take, CandidateRefusal>> => {
    if (recording !== null) return err({ type: "notNow" });
    const begun = beginTake(script, progress, promptId, mimeType);
    if (!begun.ok) return begun;
    const running = await beginRecording(script, begun.value.take, files);
    if (!running.ok) return running;
    const written = moveTo(begun.value.progress);
    if (!written.ok) {
      await running.value.stop(0, "disk");
      return written;
    }
    recording = running.value;
    return ok(begun.value.take);
  };
  const recordingOf = (number: number): TakeRecording | null =>
    recording !== null && recording.take.number === number ? recording : null;

  for (const broken of progress.takes.filter(({ clip }) => clip === null)) {
    const found = await recoverTake(script, broken, files);
    // One that cannot be closed now ends nobody's application: the next start tries again.
    if (!found.ok || found.value === null) continue;
    progress = endTake(progress, broken, found.value);
    // On a full disk this waits for the next step that is kept.
    moveTo(progress);
  }

  return {
    handlers: {
      // A page asks this once, when it is new: a recording that runs then belongs to one that crashed or was reloaded.
      "candidate.prompts": () =>
        take(async () => {
          if (recording !== null) await stopped(recording, null, "crash");
          return ok(shown());
        }),
      "candidate.answer": (answer) =>
        take(() =>
          recording === null ? moved(answered({ script, progress }, answer, now())) : err({ type: "notNow" }),
        ),
      "candidate.start": ({ promptId, mimeType }) =>
        take(async () => {
          const begun = await begin(promptId, mimeType);
          return begun.ok ? ok({ take: begun.value.number }) : begun;
        }),
      "candidate.chunk": ({ take: number, index, bytes }) =>
        take(async () => recordingOf(number)?.chunk(index, bytes) ?? err({ type: "noTake" })),
      "candidate.stop": ({ take: number, seconds, end }) =>
        take(async () => {
          const running = recordingOf(number);
          if (running === null) return err({ type: "noTake" });
          const ended = await stopped(running, seconds, end);
          return ended.ok ? ok(shown()) : ended;
        }),
      "candidate.finish": () => take(() => moved(finishApplication(script, progress, now()))),
    },
    openClip: async (hash) => {
      const mine = progress.takes.some(({ clip }) => clip?.hash === hash);
      return mine ? files.open(script.candidateId, hash) : err({ type: "notThere" });
    },
    leave: () =>
      take(async () => {
        if (recording !== null) await stopped(recording, 0, "person");
        const handedIn = new Set(
          progress.responses.flatMap((one) => (one.kind === "video" ? [one.clip.hash] : [])),
        );
        const left = leaveApplication(progress, now());
        const written = moveTo(left);
        const loose = progress.takes.flatMap(({ clip }) =>
          clip === null || handedIn.has(clip.hash) ? [] : [clip],
        );
        await removeClips(loose);
        // On a full disk there may be room now.
        return written.ok ? written : moveTo(left);
      }),
  };
};
