import { followLoop } from "../../domain/candidates/acts";
import type { Application } from "../../domain/candidates/application";
import { standingOf } from "../../domain/candidates/standing";
import type { Timestamp } from "../../domain/ids";
import type { Store } from "../../store/open-store";
import type { StoredLoop } from "../../store/repositories/loop-repository";

/** What an application is to be told of a loop of its candidate. */
interface Told {
  readonly application: Application;
  readonly loop: StoredLoop;
  readonly kind: "loopPlanned" | "decided";
}

const isOpen = (application: Application): boolean =>
  !["archived", "knockedOut"].includes(standingOf(application).state);

/** The application a loop belongs to: the one that knows it, else the candidate's latest that is open. */
const applicationOf = (loop: StoredLoop, applications: readonly Application[]): Application | undefined => {
  const own = applications.filter(({ candidateId }) => candidateId === loop.candidateId);
  const knows = own.find(({ events }) =>
    events.some((event) => event.kind === "loopPlanned" && event.loopId === loop.loopId),
  );
  if (knows !== undefined) return knows;
  return own
    .filter(isOpen)
    .filter((one) => standingOf(one).loopId === null)
    .toSorted((one, other) => (standingOf(one).appliedAt < standingOf(other).appliedAt ? 1 : -1))[0];
};

/** What the applications do not know yet of the loops on this laptop. */
export const untoldLoops = (
  loops: readonly StoredLoop[],
  applications: readonly Application[],
): readonly Told[] =>
  loops.flatMap((loop): readonly Told[] => {
    const application = loop.candidateId === null ? undefined : applicationOf(loop, applications);
    if (application === undefined) return [];
    const knows = (kind: Told["kind"]) =>
      application.events.some((event) => event.kind === kind && event.loopId === loop.loopId);
    if (!knows("loopPlanned")) return [{ application, loop, kind: "loopPlanned" }];
    return loop.phase === "decided" && !knows("decided") ? [{ application, loop, kind: "decided" }] : [];
  });

/** Writes loops that are planned and decided down in the applications of their candidates; returns the undo. */
export const followLoops = (
  { applications, loops }: Pick<Store, "applications" | "loops">,
  now: () => Timestamp,
): (() => void) => {
  const look = (): void => {
    const [known, held] = [applications.list.get(), loops.list.get()];
    if (known.state !== "ready" || held.state !== "ready") return;
    for (const { application, loop, kind } of untoldLoops(held.value, known.value))
      void applications.edit(application.id, (one) => followLoop(one, now(), loop.loopId, kind));
  };
  const undo = [applications.list.subscribe(look), loops.list.subscribe(look)];
  return () => {
    for (const stop of undo) stop();
  };
};
