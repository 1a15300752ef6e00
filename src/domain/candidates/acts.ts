import type { LoopId, Timestamp } from "../ids";
import { notBefore } from "../not-before";
import { err, ok, type Result } from "../result";
import type { Application, ApplicationEvent, ArchiveCause, KeptDocument } from "./application";
import type { KnockOutResult } from "./knock-out";
import { isSameReviewer, type MarkedCriterion, type ScreenCriterion, unmarked } from "./resume-review";
import { type ApplicationState, knockOutWaits, type Standing, standingOf } from "./standing";

/** Why an act is refused; the screen words it. */
export type ApplicationRefusal =
  | { readonly type: "notNow"; readonly state: ApplicationState }
  | { readonly type: "nameMissing" }
  | { readonly type: "reasonMissing" }
  | { readonly type: "alreadyReviewed" }
  | { readonly type: "criteriaLeft"; readonly count: number }
  | { readonly type: "noCriteria" }
  | { readonly type: "videoBegunAlready" }
  | { readonly type: "noAnswers" }
  | { readonly type: "noReviewers" }
  | { readonly type: "notNamed" }
  | { readonly type: "answersUnrated"; readonly count: number }
  | { readonly type: "lastReviewer" }
  | { readonly type: "tooManyEvents" };

/** When and by whom something is done. */
export interface Doing {
  readonly at: Timestamp;
  readonly by: string | null;
}

export type Acted = Result<Application, ApplicationRefusal>;

const mostEvents = 2000;

/** The application with one more event, which is never before the last one: events are joined with others' by time. */
export const added = (application: Application, event: ApplicationEvent): Acted => {
  const { events } = application;
  if (events.length >= mostEvents) return err({ type: "tooManyEvents" });
  return ok({
    ...application,
    events: [...events, { ...event, at: notBefore(event.at, events.at(-1)?.at) }],
  });
};

/** Who does it, where a name was given. */
export const named = ({ at, by }: Doing): Result<{ at: Timestamp; by: string }, ApplicationRefusal> => {
  const name = by?.trim() ?? "";
  return name === "" ? err({ type: "nameMissing" }) : ok({ at, by: name });
};

/** Adds what a named person does with a reason, where the state allows it. */
const actWithReason = (
  application: Application,
  doing: Doing,
  given: string,
  from: readonly ApplicationState[],
  event: (stamp: { at: Timestamp; by: string }, reason: string) => ApplicationEvent,
): Acted => {
  const { state } = standingOf(application);
  if (!from.includes(state)) return err({ type: "notNow", state });
  const who = named(doing);
  if (!who.ok) return who;
  const reason = given.trim();
  return reason === "" ? err({ type: "reasonMissing" }) : added(application, event(who.value, reason));
};

/** The candidate answered the knock-out questions; a second time replaces the first until somebody decided on it. */
export const answer = (application: Application, doing: Doing, results: readonly KnockOutResult[]): Acted => {
  const { state } = standingOf(application);
  if (state !== "applied" && state !== "knockedOut") return err({ type: "notNow", state });
  return added(application, { ...doing, kind: "answered", results: [...results] });
};

/** A person agrees that the disqualifying answer ends the application. */
export const confirmKnockOut = (application: Application, doing: Doing, note: string): Acted => {
  const standing = standingOf(application);
  if (!knockOutWaits(standing)) return err({ type: "notNow", state: standing.state });
  const who = named(doing);
  return who.ok ? added(application, { ...who.value, kind: "knockOutConfirmed", note: note.trim() }) : who;
};

/** A person lets the application go on in spite of the answer. */
export const overruleKnockOut = (application: Application, doing: Doing, reason: string): Acted => {
  const standing = standingOf(application);
  if (!knockOutWaits(standing)) return err({ type: "notNow", state: standing.state });
  return actWithReason(application, doing, reason, [standing.state], (stamp, given) => ({
    ...stamp,
    kind: "knockOutOverruled",
    reason: given,
  }));
};

const reviewable: readonly ApplicationState[] = ["applied", "screening", "screened", "held"];

/** Fixes the criteria by which this application is read; changes nothing where that was done. */
export const beginScreen = (
  application: Application,
  doing: Doing,
  criteria: readonly ScreenCriterion[],
  wanted: number,
): Acted => {
  const { state, screen } = standingOf(application);
  if (screen !== null) return ok(application);
  if (!reviewable.includes(state)) return err({ type: "notNow", state });
  if (criteria.length === 0) return err({ type: "noCriteria" });
  return added(application, { ...doing, kind: "screenBegun", criteria: [...criteria], wanted });
};

/** Keeps a reading in progress. */
export const keepReview = (
  application: Application,
  reviewer: string,
  marks: readonly MarkedCriterion[],
): Acted => {
  const checked = mayReview(application, reviewer);
  if (!checked.ok) return checked;
  const others = application.drafts.filter((draft) => !isSameReviewer(draft.reviewer, reviewer));
  return ok({ ...application, drafts: [...others, { reviewer: reviewer.trim(), marks: [...marks] }] });
};

/** The same, and fixes the criteria at the first mark: a kit that is edited later gives no mark another meaning. */
export const keepReading = (
  application: Application,
  doing: { readonly at: Timestamp; readonly by: string },
  fixed: { readonly criteria: readonly ScreenCriterion[]; readonly wanted: number },
  marks: readonly MarkedCriterion[],
): Acted => {
  const begun = beginScreen(application, doing, fixed.criteria, fixed.wanted);
  return begun.ok ? keepReview(begun.value, doing.by, marks) : begun;
};

const mayReview = (application: Application, reviewer: string): Result<Standing, ApplicationRefusal> => {
  const standing = standingOf(application);
  if (reviewer.trim() === "") return err({ type: "nameMissing" });
  if (!reviewable.includes(standing.state)) return err({ type: "notNow", state: standing.state });
  const has = standing.reviews.some((review) => isSameReviewer(review.reviewer, reviewer));
  return has ? err({ type: "alreadyReviewed" }) : ok(standing);
};

/** A reviewer hands the reading in; it is not changed afterwards. */
export const handInReview = (
  application: Application,
  doing: { readonly at: Timestamp; readonly by: string },
  marks: readonly MarkedCriterion[],
): Acted => {
  const checked = mayReview(application, doing.by);
  if (!checked.ok) return checked;
  const { screen, reviews } = checked.value;
  if (screen === null) return err({ type: "noCriteria" });
  const left = unmarked(screen.criteria, marks);
  if (left.length > 0) return err({ type: "criteriaLeft", count: left.length });
  const reviewer = doing.by.trim();
  const independent = reviews.length < screen.wanted;
  const review = { reviewer, marks: [...marks], at: doing.at, independent };
  const drafts = application.drafts.filter((draft) => !isSameReviewer(draft.reviewer, reviewer));
  return added({ ...application, drafts }, { at: doing.at, by: reviewer, kind: "reviewed", review });
};

/** On to the interviews. Before the wanted reviews are in, it needs a reason; past a knock-out nobody overruled, none helps. */
export const advance = (application: Application, doing: Doing, reason: string): Acted => {
  const standing = standingOf(application);
  if (knockOutWaits(standing)) return err({ type: "notNow", state: "knockedOut" });
  const { state } = standing;
  if (!["applied", "screening", "screened", "held"].includes(state)) return err({ type: "notNow", state });
  const who = named(doing);
  if (!who.ok) return who;
  if (state !== "screened" && reason.trim() === "") return err({ type: "reasonMissing" });
  return added(application, { ...who.value, kind: "advanced", reason: reason.trim() });
};

/** Waits for something, with what it waits for. */
export const hold = (application: Application, doing: Doing, reason: string): Acted =>
  actWithReason(
    application,
    doing,
    reason,
    ["applied", "screening", "screened", "advanced"],
    (stamp, given) => ({
      ...stamp,
      kind: "held",
      reason: given,
    }),
  );

/** Ends the application. One that was knocked out is confirmed or overruled instead. */
export const archive = (application: Application, doing: Doing, cause: ArchiveCause, reason: string): Acted =>
  actWithReason(
    application,
    doing,
    reason,
    ["applied", "screening", "screened", "held", "advanced", "inLoop"],
    (stamp, given) => ({ ...stamp, kind: "archived", cause, reason: given }),
  );

/** Takes a holding or an archiving back; a confirmed knock-out waits for a person again. */
export const resume = (application: Application, doing: Doing, reason: string): Acted =>
  actWithReason(application, doing, reason, ["held", "archived"], (stamp, given) => ({
    ...stamp,
    kind: "resumed",
    reason: given,
  }));

/** Writes down that a loop was planned, was decided or ended undecided; what is known already changes nothing. */
export const followLoop = (
  application: Application,
  at: Timestamp,
  loopId: LoopId,
  kind: "loopPlanned" | "decided" | "loopEnded",
): Acted => {
  const known = application.events.some((event) => event.kind === kind && event.loopId === loopId);
  return known ? ok(application) : added(application, { at, by: null, kind, loopId });
};

/** A file is kept with the application; the same file again changes nothing. */
export const keepDocument = (application: Application, doing: Doing, document: KeptDocument): Acted =>
  standingOf(application).documents.some(({ hash }) => hash === document.hash)
    ? ok(application)
    : added(application, { ...doing, kind: "documentKept", document });

/** A file is not kept any more. */
export const removeDocument = (application: Application, doing: Doing, hash: KeptDocument["hash"]): Acted =>
  standingOf(application).documents.some((kept) => kept.hash === hash)
    ? added(application, { ...doing, kind: "documentRemoved", hash })
    : ok(application);

/** A recording is not kept any more; a second time changes nothing. */
export const removeRecording = (
  application: Application,
  doing: Doing,
  hash: KeptDocument["hash"],
  given: string,
): Acted => {
  if (hash in standingOf(application).removedClips) return ok(application);
  const who = named(doing);
  if (!who.ok) return who;
  const reason = given.trim();
  if (reason === "") return err({ type: "reasonMissing" });
  return added(application, { ...who.value, kind: "recordingRemoved", hash, reason });
};
