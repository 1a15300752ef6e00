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
  /** Left by being deleted, without having been archived before. */
  readonly deleted: string;
}

/** Whether an application ever came to a step; one that skipped the resume screen by a person's word passed it. */
const cameTo: Readonly<Record<FunnelStepId, (standing: Standing) => boolean>> = {
  application: () => true,
  resumeScreen: ({ screen, advanced }) => screen !== null || advanced,
  interviews: ({ advanced }) => advanced,
  loop: ({ loopId }) => loopId !== null,
  decision: ({ state }) => state === "decided",
};

/** The steps an application came to, in their order. */
export const cameToSteps = (standing: Standing): readonly FunnelStepId[] =>
  funnelStepIds.filter((step) => cameTo[step](standing));

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

/** Applications of deleted people: the steps they came to, why they had been archived, and how many they are. */
export interface DepartedApplications {
  readonly steps: readonly FunnelStepId[];
  readonly cause: ArchiveCause | null;
  readonly count: number;
}

const stepOf = (
  id: FunnelStepId,
  standings: readonly Standing[],
  departed: readonly DepartedApplications[],
  names: FunnelNames,
): FunnelStep => {
  const gone = standings
    .filter(({ state }) => state === "archived")
    .filter((one) => furthestStep(one) === id);
  const here = departed.filter(({ steps }) => steps.includes(id));
  // Whoever was decided on has not left.
  const goneHere = here.filter(({ steps }) => id !== "decision" && steps.at(-1) === id);
  const causes = [
    ...gone.map(({ cause }) => names.causes[cause ?? "other"]),
    ...goneHere.flatMap(({ cause, count }) =>
      Array.from({ length: count }, () => (cause === null ? names.deleted : names.causes[cause])),
    ),
  ];
  return {
    name: names.steps[id],
    entered: standings.filter(cameTo[id]).length + here.reduce((sum, { count }) => sum + count, 0),
    left: [...leftBy(causes)],
  };
};

const periodOf = (standings: readonly Standing[]): Funnel["period"] => {
  const days = standings.map(({ appliedAt }) => appliedAt.slice(0, "2026-11-23".length)).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
};

/**
 * Counts the applications for one role: who was taken back out of the archive has not left. Of those who were deleted
 * only the counts are known, so the period is the others'.
 */
export const countFunnel = (
  role: string,
  applications: readonly Application[],
  names: FunnelNames,
  departed: readonly DepartedApplications[] = [],
): Funnel => {
  const standings = applications.map(standingOf);
  return {
    role,
    steps: funnelStepIds.map((id) => stepOf(id, standings, departed, names)),
    period: periodOf(standings),
  };
};
