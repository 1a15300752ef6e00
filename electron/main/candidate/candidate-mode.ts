import { beginProgress, leaveApplication } from "../../../src/domain/application/progress";
import type { ShownApplication } from "../../../src/domain/application/shown";
import type { TakenApplication } from "../../../src/domain/application/taken-application";
import { toTaken } from "../../../src/domain/application/to-taken";
import type { ApplicationId, CandidateId, Timestamp } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { applicationsChannels, StartFailure } from "../../contract/applications";
import type { CandidateHandlers } from "../../contract/candidate-contract";
import type { HandlersOf } from "../../contract/channels";
import type { FileStore } from "../files/store/file-store";
import { type ApplicationSession, openSession } from "./application-session";
import type { KeptSession, SessionFiles } from "./session-file";
import type { StaffPin } from "./staff-pin";

/** The two windows, as candidate mode moves them. */
export interface Windows {
  /** Hides the staff window and opens the candidate's; gives what closes it again. */
  readonly open: (parts: {
    readonly handlers: CandidateHandlers;
    readonly openClip: ApplicationSession["openClip"];
  }) => () => void;
  /** Shows the staff window, or opens one. */
  readonly showStaff: () => void;
  readonly tellLeft: () => void;
}

export interface CandidateModeParts {
  readonly pin: StaffPin;
  readonly sessions: SessionFiles;
  readonly files: FileStore;
  /** Whether this person's key was destroyed on purpose; false also where that cannot be told. */
  readonly isDestroyed: (candidateId: CandidateId) => boolean;
  readonly now: () => Timestamp;
  readonly windows: Windows;
}

export interface CandidateMode {
  readonly handlers: HandlersOf<typeof applicationsChannels>;
  /** After a restart: true where a candidate has this laptop, whose window is then opened again. */
  readonly resume: () => Promise<boolean>;
  /** A candidate has this laptop now. */
  readonly isGiven: () => boolean;
}

/** What is shown where an application cannot be gone on with: only the PIN leads on. */
const nothingToDo: ShownApplication = {
  role: "Application",
  now: { step: "ended", end: "left" },
  knockOuts: { done: 0, of: 0 },
  prompts: { done: 0, of: 0 },
};

const deadSession: ApplicationSession = {
  handlers: {
    "candidate.prompts": () => ok(nothingToDo),
    "candidate.answer": () => err({ type: "notNow" }),
    "candidate.start": () => err({ type: "notNow" }),
    "candidate.chunk": () => err({ type: "noTake" }),
    "candidate.stop": () => err({ type: "noTake" }),
    "candidate.finish": () => err({ type: "notNow" }),
  },
  openClip: async () => err({ type: "notThere" }),
  leave: async () => ok(null),
};

/** What is kept of an application nobody sits at any more; one that a crash left without an end is ended here. */
const takenOf = ({ script, progress }: KeptSession, now: Timestamp): TakenApplication | null =>
  toTaken(script, leaveApplication(progress, now));

/** Gives the laptop to a candidate and takes it back. */
export const createCandidateMode = ({
  pin,
  sessions,
  files,
  isDestroyed,
  now,
  windows,
}: CandidateModeParts): CandidateMode => {
  const giveTo = (session: ApplicationSession): void => {
    const close = windows.open({
      openClip: session.openClip,
      handlers: {
        ...session.handlers,
        "candidate.leave": async ({ pin: tried }) => {
          const right = await pin.check(tried);
          if (!right.ok) return right;
          // A full disk or a key that is away must not keep the laptop: a session without an end is ended when it is taken.
          await session.leave();
          const given = sessions.setOpened(null);
          if (!given.ok) return err({ type: "notWritable" });
          windows.showStaff();
          windows.tellLeft();
          // After this answer has gone out: its window goes with it.
          setImmediate(close);
          return ok(null);
        },
      },
    });
  };
  const goOn = (kept: KeptSession): Promise<ApplicationSession> =>
    openSession(kept, { files, keep: sessions.write, now });
  /**
   * Never over a session that lies here and may be read now or later: it is the only copy of what somebody answered. One
   * whose bytes are damaged is never read again; it is set aside, so that the person can apply anew.
   */
  const begin = async (kept: KeptSession): Promise<Result<null, StartFailure>> => {
    const { applicationId } = kept.script;
    const before = sessions.read(applicationId);
    if (!before.ok && before.error.type === "damaged") {
      const aside = sessions.setAside(applicationId);
      if (!aside.ok) return aside;
    } else if (before.ok || before.error.type !== "notThere") return err({ type: "waiting" });
    const written = sessions.write(kept);
    if (!written.ok) return written;
    const session = await goOn(kept);
    const opened = sessions.setOpened(applicationId);
    if (opened.ok) giveTo(session);
    // Nobody had the laptop, so that nothing was taken.
    else sessions.erase(applicationId);
    return opened;
  };
  /**
   * Null where it cannot be read. One whose person was deleted is erased; any other stays for the next time: this is the
   * only copy, and a key that does not open now may open then.
   */
  const waiting = (applicationId: ApplicationId): TakenApplication | null => {
    const kept = sessions.read(applicationId);
    if (kept.ok) return takenOf(kept.value, now());
    const candidateId = kept.error.type === "noKey" ? sessions.candidateOf(applicationId) : null;
    if (candidateId !== null && isDestroyed(candidateId)) sessions.erase(applicationId);
    return null;
  };
  return {
    handlers: {
      "applications.pin": () => ok({ isSet: pin.isSet() }),
      "applications.setPin": ({ pin: wished, before }) => pin.set(wished, before),
      "applications.start": async ({ script }) => {
        if (!pin.isSet()) return err({ type: "noPin" });
        if (sessions.opened() !== null) return err({ type: "alreadyOpen" });
        return begin({ script, progress: beginProgress(now()) });
      },
      "applications.waiting": () =>
        ok(
          sessions
            .all()
            .filter((applicationId) => applicationId !== sessions.opened())
            .flatMap((applicationId) => waiting(applicationId) ?? []),
        ),
      "applications.taken": ({ applicationId }) => sessions.erase(applicationId),
    },
    isGiven: () => sessions.opened() !== null,
    resume: async () => {
      const open = sessions.opened();
      if (open === null) return false;
      const kept = sessions.read(open);
      giveTo(kept.ok ? await goOn(kept.value) : deadSession);
      return true;
    },
  };
};
