import type { BreakId } from "../../ids";
import { err, ok, type Result } from "../../result";
import { areEqual, type Break, breakSchema, type Plan, type Weight, weightSchema } from "../plan";

/** A change of what belongs to no slot. */
export type WholePlanChange =
  | { readonly kind: "breakAdded" | "breakChanged"; readonly pause: Break }
  | { readonly kind: "breakRemoved"; readonly breakId: BreakId }
  | { readonly kind: "weights"; readonly weights: readonly Weight[]; readonly weightsReason: string };

export type WholePlanRefusal = {
  readonly type: "unknownBreak" | "breakInvalid" | "weightsFrozen" | "weightInvalid" | "nothingChanges";
};

type Changed = Result<Plan, WholePlanRefusal>;

const putBreak = (plan: Plan, pause: Break, isNew: boolean): Changed => {
  const known = plan.breaks.find(({ breakId }) => breakId === pause.breakId);
  if (isNew === (known !== undefined)) return err({ type: "unknownBreak" });
  const read = breakSchema.safeParse({ ...pause, title: pause.title.trim() });
  if (!read.success) return err({ type: "breakInvalid" });
  if (JSON.stringify(read.data) === JSON.stringify(known)) return err({ type: "nothingChanges" });
  const others = plan.breaks.map((each) => (each === known ? read.data : each));
  return ok({ ...plan, breaks: isNew ? [...others, read.data] : others });
};

const removeBreak = (plan: Plan, breakId: BreakId): Changed => {
  const breaks = plan.breaks.filter((pause) => pause.breakId !== breakId);
  return breaks.length === plan.breaks.length ? err({ type: "unknownBreak" }) : ok({ ...plan, breaks });
};

const byCompetency = (weights: readonly Weight[]): Weight[] =>
  weights
    .filter(({ weight }) => weight !== 1)
    .toSorted((one, other) => (one.competencyId < other.competencyId ? -1 : 1));

/** Once somebody has heard an answer, weights would be chosen with a candidate in mind. */
const weigh = (
  plan: Plan,
  { weights, weightsReason }: Extract<WholePlanChange, { kind: "weights" }>,
  begun: boolean,
): Changed => {
  if (begun || plan.weightsFrozenAt !== null) return err({ type: "weightsFrozen" });
  const after = byCompetency(weights);
  if (!after.every((weight) => weightSchema.safeParse(weight).success)) return err({ type: "weightInvalid" });
  if (JSON.stringify(after) === JSON.stringify(byCompetency(plan.weights)))
    return err({ type: "nothingChanges" });
  return ok({ ...plan, weights: after, weightsReason: areEqual(after) ? "" : weightsReason.trim() });
};

/** The plan after such a change. `begun`: an interview of the loop has begun, as far as this laptop knows. */
export const changeWholePlan = (plan: Plan, change: WholePlanChange, begun: boolean): Changed => {
  switch (change.kind) {
    case "breakAdded":
    case "breakChanged":
      return putBreak(plan, change.pause, change.kind === "breakAdded");
    case "breakRemoved":
      return removeBreak(plan, change.breakId);
    case "weights":
      return weigh(plan, change, begun);
  }
};
