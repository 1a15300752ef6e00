import type { LoopId, Timestamp } from "../ids";
import type { Application, ApplicationEvent, ArchiveCause, KeptDocument } from "./application";
import type { KnockOutResult } from "./knock-out";
import { isSameReviewer, type ResumeReview, type ScreenCriterion } from "./resume-review";
import { begunVideo, type VideoStanding, withoutReviewer } from "./video/video-standing";

/**
 * Where an application is. `knockedOut` waits for a person to confirm or overrule it; `screening` waits for reviews,
 * `screened` for somebody to act on them.
 */
export const applicationStates = [
  "applied",
  "knockedOut",
  "screening",
  "screened",
  "held",
  "advanced",
  "inLoop",
  "decided",
  "archived",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What an application is by all that happened to it. */
export interface Standing {
  readonly state: ApplicationState;
  /** When it came into this state. */
  readonly since: Timestamp;
  readonly appliedAt: Timestamp;
  /** Why it is held or archived; empty otherwise. */
  readonly reason: string;
  readonly cause: ArchiveCause | null;
  /** What was answered to the knock-out questions. */
  readonly results: readonly KnockOutResult[];
  /** The disqualifying answers were overruled by a person. */
  readonly overruled: boolean;
  /** Null until the screening began. */
  readonly screen: { readonly criteria: readonly ScreenCriterion[]; readonly wanted: number } | null;
  readonly reviews: readonly ResumeReview[];
  readonly advanced: boolean;
  /** The loop that is planned for it; one that was cancelled is none. */
  readonly loopId: LoopId | null;
  /** That loop was decided. */
  readonly decided: boolean;
  readonly documents: readonly KeptDocument[];
  /** Why recordings were deleted, by their hashes. */
  readonly removedClips: Readonly<Record<string, string>>;
  /** Null until a video review began. It stands beside the state and moves it by nothing. */
  readonly video: VideoStanding | null;
}

const begun = (at: Timestamp): Standing => ({
  state: "applied",
  since: at,
  appliedAt: at,
  reason: "",
  cause: null,
  results: [],
  overruled: false,
  screen: null,
  reviews: [],
  advanced: false,
  loopId: null,
  decided: false,
  documents: [],
  removedClips: {},
  video: null,
});

const isKnockedOut = ({ results, overruled }: Standing): boolean =>
  !overruled && results.some(({ disqualifies }) => disqualifies);

/**
 * Whether a disqualifying answer waits for a person to confirm or overrule it. It may come while the application is held
 * or past the screen, where it does not move it by itself.
 */
export const knockOutWaits = (standing: Standing): boolean =>
  standing.state !== "archived" && isKnockedOut(standing);

/** The state by what is known, for one that is neither held, archived nor past the screen. */
const openState = (standing: Standing): ApplicationState => {
  if (isKnockedOut(standing)) return "knockedOut";
  if (standing.screen === null) return "applied";
  return standing.reviews.length >= standing.screen.wanted ? "screened" : "screening";
};

const isOpen = ({ state }: Standing): boolean =>
  state === "applied" || state === "knockedOut" || state === "screening" || state === "screened";

/** The standing in `state`, since now where it was in another one. */
const into = (standing: Standing, state: ApplicationState, at: Timestamp, reason = ""): Standing => ({
  ...standing,
  state,
  since: standing.state === state ? standing.since : at,
  reason,
  cause: null,
});

const reopened = (standing: Standing, at: Timestamp): Standing => into(standing, openState(standing), at);

/** What is learned of an open application moves it; what is learned of a held or archived one waits. */
const learned = (standing: Standing, at: Timestamp): Standing =>
  isOpen(standing) ? reopened(standing, at) : standing;

/** Back from a holding or an archiving to where it had come. */
const resumed = (standing: Standing, at: Timestamp): Standing => {
  if (standing.decided) return into(standing, "decided", at);
  if (standing.loopId !== null) return into(standing, "inLoop", at);
  return standing.advanced ? into(standing, "advanced", at) : reopened(standing, at);
};

/** Where a held or archived application is taken up again; any other is where it is. */
export const stateBehind = (standing: Standing): ApplicationState =>
  standing.state === "held" || standing.state === "archived"
    ? resumed(standing, standing.since).state
    : standing.state;

/** What becomes of a loop moves the application, but takes none out of the archive by itself. */
const looped = (standing: Standing, known: Pick<Standing, "loopId" | "decided">, at: Timestamp): Standing => {
  const told = { ...standing, ...known, advanced: true };
  return standing.state === "archived" ? told : resumed(told, at);
};

/** A loop that ended undecided is none any more; of an earlier one nothing is to be taken back. */
const loopEnded = (standing: Standing, loopId: LoopId, at: Timestamp): Standing => {
  if (standing.loopId !== loopId) return standing;
  const told = { ...standing, loopId: null, decided: false };
  return standing.state === "inLoop" || standing.state === "decided" ? resumed(told, at) : told;
};

const withDocument = (kept: readonly KeptDocument[], added: KeptDocument): readonly KeptDocument[] => [
  ...kept.filter(({ hash }) => hash !== added.hash),
  added,
];

/** Of one reviewer only the first review counts, also where they handed in on two laptops that had not met. */
const withReview = (before: Standing, review: ResumeReview): Standing =>
  before.reviews.some(({ reviewer }) => isSameReviewer(reviewer, review.reviewer))
    ? before
    : { ...before, reviews: [...before.reviews, review] };

type VideoEvent = Extract<ApplicationEvent, { kind: `video${string}` }>;

/** Of one reviewer only the first review counts. */
const afterVideoEvent = (before: VideoStanding | null, event: VideoEvent): VideoStanding | null => {
  if (event.kind === "videoReviewBegun") return begunVideo(before, event);
  if (before === null) return null;
  if (event.kind === "videoReviewerExcused") return withoutReviewer(before, event.reviewer);
  const { review } = event;
  const known = before.reviews.some(({ reviewer }) => isSameReviewer(reviewer, review.reviewer));
  return known ? before : { ...before, reviews: [...before.reviews, review] };
};

const afterEvent = (before: Standing, event: ApplicationEvent): Standing => {
  const { at } = event;
  switch (event.kind) {
    case "applied":
    case "taken":
      return before;
    case "answered":
      return learned({ ...before, results: event.results, overruled: false }, at);
    case "knockOutConfirmed":
      return { ...into(before, "archived", at, event.note), cause: "knockOut" };
    case "knockOutOverruled":
      return learned({ ...before, overruled: true }, at);
    case "screenBegun":
      // Where two laptops began it, the criteria that were fixed first count.
      return learned(
        { ...before, screen: before.screen ?? { criteria: event.criteria, wanted: event.wanted } },
        at,
      );
    case "reviewed":
      return learned(withReview(before, event.review), at);
    case "advanced":
      return { ...into(before, "advanced", at), advanced: true };
    case "held":
      return into(before, "held", at, event.reason);
    case "archived":
      return { ...into(before, "archived", at, event.reason), cause: event.cause };
    case "resumed":
      return resumed(before, at);
    case "loopPlanned":
      return looped(before, { loopId: event.loopId, decided: false }, at);
    case "decided":
      return looped(before, { loopId: event.loopId, decided: true }, at);
    case "loopEnded":
      return loopEnded(before, event.loopId, at);
    case "documentKept":
      return { ...before, documents: withDocument(before.documents, event.document) };
    case "documentRemoved":
      return { ...before, documents: before.documents.filter(({ hash }) => hash !== event.hash) };
    case "recordingRemoved":
      return { ...before, removedClips: { ...before.removedClips, [event.hash]: event.reason } };
    case "videoReviewBegun":
    case "videoReviewed":
    case "videoReviewerExcused":
      return { ...before, video: afterVideoEvent(before.video, event) };
  }
};

/** Folds what happened to an application into what it is now. */
export const standingOf = ({ events }: Pick<Application, "events">): Standing => {
  const [first] = events;
  if (first === undefined) throw new Error("an application begins with an event");
  return events.reduce(afterEvent, begun(first.at));
};

/** The stage an application is in, for who is where; null once it left them. */
export const stageOf = (state: ApplicationState): "application" | "resumeScreen" | "interviews" | null => {
  if (state === "applied" || state === "knockedOut") return "application";
  if (state === "screening" || state === "screened") return "resumeScreen";
  return state === "advanced" || state === "inLoop" ? "interviews" : null;
};

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days since a time; never below zero, also where a clock was set back. */
export const daysSince = (since: Timestamp, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - Date.parse(since)) / dayMs));
