import type { Plan } from "./plan";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Later = Pick<Plan, "breaks" | "policy" | "accommodations" | "requiredCompetencyIds" | "weightsFrozenAt">;

/** What version 2 added to a plan, where nothing is said of it. */
export const nothingLater = (): Later => ({
  breaks: [],
  policy: { evidenceRequired: false },
  accommodations: "",
  requiredCompetencyIds: null,
  weightsFrozenAt: null,
});

/**
 * A plan as it came, with what version 2 added where it is of version 1, which did not even name its version. Anything
 * else stays as it is, for the schema to judge.
 */
export const lifted = (value: unknown): unknown => {
  if (!isFields(value) || value.formatVersion !== undefined) return value;
  const { slots } = value;
  return {
    ...value,
    ...nothingLater(),
    formatVersion: 1,
    slots: Array.isArray(slots)
      ? slots.map((slot) => (isFields(slot) ? { ...slot, rolePlayers: [] } : slot))
      : slots,
  };
};

/**
 * The fields a plan is signed with, in its own version. A version 1 plan gives what it always gave, so that signatures and
 * the hashes of records made before version 2 still hold.
 */
export const signedForm = (plan: Plan): unknown => {
  if (plan.formatVersion === 2) return plan;
  const {
    formatVersion: _v,
    breaks: _b,
    policy: _p,
    accommodations: _a,
    requiredCompetencyIds: _r,
    weightsFrozenAt: _w,
    slots,
    ...kept
  } = plan;
  return { ...kept, slots: slots.map(({ rolePlayers: _s, ...slot }) => slot) };
};

/** True where a plan says something that version 1 has no words for. */
export const saysMoreThanVersion1 = (plan: Omit<Plan, "formatVersion">): boolean =>
  plan.breaks.length > 0 ||
  plan.policy.evidenceRequired ||
  plan.accommodations !== "" ||
  plan.requiredCompetencyIds !== null ||
  plan.weightsFrozenAt !== null ||
  plan.slots.some(({ rolePlayers, cancelled }) => rolePlayers.length > 0 || cancelled !== undefined);
