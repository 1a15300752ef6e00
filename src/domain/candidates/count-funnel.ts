import type { Application, ArchiveCause } from "./application";
import type { Funnel, FunnelLeft, FunnelStep } from "./funnel";
import { type Standing, standingOf } from "./standing";

/** The steps that are counted, in their order. */
export const funnelStepIds = ["application", "resumeScreen", "interviews", "loop", "decision"] as const;
export type FunnelStepId = (typeof funnelStepIds)[number];

/** How a funnel's steps and causes are called where it is read. */
export interface FunnelNames {
  readonly steps: Readonly<Record<FunnelStepId, string>>;
  readonly causes: Readonly<Record<ArchiveCause, string>>;
}

/** Whether an application ever came to a step; one that skipped the resume screen by a person's word passed it. */
const cameTo: Readonly<Record<FunnelStepId, (standing: Standing) => boolean>> = {
  application: () => true,
  resumeScreen: ({ screen, advanced }) => screen !== null || advanced,
  interviews: ({ advanced }) => advanced,
  loop: ({ loopId }) => loopId !== null,
  decision: ({ state }) => state === "decided",
};

/** The furthest step an application came to. */
export const furthestStep = (standing: Standing): FunnelStepId =>
  funnelStepIds.findLast((step) => cameTo[step](standing)) ?? "application";

const leftBy = (causes: readonly string[]): readonly FunnelLeft[] => {
  const counts = new Map<string, number>();
  for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason));
};

const stepOf = (id: FunnelStepId, standings: readonly Standing[], names: FunnelNames): FunnelStep => {
  const gone = standings
    .filter(({ state }) => state === "archived")
    .filter((one) => furthestStep(one) === id);
  return {
    name: names.steps[id],
    entered: standings.filter(cameTo[id]).length,
    left: [...leftBy(gone.map(({ cause }) => names.causes[cause ?? "other"]))],
  };
};

const periodOf = (standings: readonly Standing[]): Funnel["period"] => {
  const days = standings.map(({ appliedAt }) => appliedAt.slice(0, "2026-11-23".length)).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
};

/** Counts the applications for one role: who was taken back out of the archive has not left. */
export const countFunnel = (
  role: string,
  applications: readonly Application[],
  names: FunnelNames,
): Funnel => {
  const standings = applications.map(standingOf);
  return {
    role,
    steps: funnelStepIds.map((id) => stepOf(id, standings, names)),
    period: periodOf(standings),
  };
};
