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
  readonly kind: "loopPlanned" | "decided" | "loopEnded";
}

const isOpen = (application: Application): boolean =>
  !["archived", "knockedOut"].includes(standingOf(application).state);

/** Nobody decides on it any more. */
const isEnded = ({ phase }: StoredLoop): boolean => phase === "cancelled" || phase === "withdrawn";

const knows = ({ events }: Application, { loopId }: StoredLoop, kind: Told["kind"]): boolean =>
  events.some((event) => event.kind === kind && event.loopId === loopId);

/** The application a loop belongs to: the one that knows it, else the candidate's latest for its role that is open. */
const applicationOf = (loop: StoredLoop, applications: readonly Application[]): Application | undefined => {
  const own = applications.filter(({ candidateId }) => candidateId === loop.candidateId);
  const told = own.find((one) => knows(one, loop, "loopPlanned"));
  if (told !== undefined || isEnded(loop)) return told;
  return own
    .filter(({ kitId }) => loop.kitId === undefined || kitId === loop.kitId)
    .filter((one) => isOpen(one) && standingOf(one).loopId === null)
    .toSorted((one, other) => standingOf(other).appliedAt.localeCompare(standingOf(one).appliedAt))[0];
};

const nextToTell = (application: Application, loop: StoredLoop): Told["kind"] | null => {
  if (!knows(application, loop, "loopPlanned")) return "loopPlanned";
  const kind = isEnded(loop) ? "loopEnded" : loop.phase === "decided" ? "decided" : null;
  return kind === null || knows(application, loop, kind) ? null : kind;
};

/** What the applications do not know yet of the loops on this laptop. */
export const untoldLoops = (
  loops: readonly StoredLoop[],
  applications: readonly Application[],
): readonly Told[] =>
  loops.flatMap((loop): readonly Told[] => {
    const application = loop.candidateId === null ? undefined : applicationOf(loop, applications);
    const kind = application === undefined ? null : nextToTell(application, loop);
    return application === undefined || kind === null ? [] : [{ application, loop, kind }];
  });

/** Writes loops that are planned, are decided or end down in the applications of their candidates; returns the undo. */
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
