import type { Application, ApplicationEvent } from "../candidates/application";
import type { TakenApplication } from "./taken-application";

/** What was taken on a laptop, newest last. */
export const takenIn = ({ events }: Pick<Application, "events">): readonly TakenApplication[] =>
  events.flatMap((event) => (event.kind === "taken" ? [event.taken] : []));

/**
 * The application with what was taken on this laptop, and with the answers to the knock-out questions, which a person
 * then looks at. Taking the same in twice changes nothing: a crash may come between keeping it here and forgetting it there.
 */
export const takeIn = (application: Application, taken: TakenApplication): Application => {
  // By its beginning alone: one that a crash left without an end is ended whenever it is asked for.
  const known = takenIn(application).some(({ startedAt }) => startedAt === taken.startedAt);
  if (known) return application;
  const stamp = { at: taken.endedAt, by: null };
  const answered: readonly ApplicationEvent[] =
    taken.knockOuts.length === 0 ? [] : [{ ...stamp, kind: "answered", results: [...taken.knockOuts] }];
  return { ...application, events: [...application.events, { ...stamp, kind: "taken", taken }, ...answered] };
};
