import type { Decision, Outcome } from "../../domain/debrief/decision";
import type { CompetencyId, LevelId, PersonId } from "../../domain/ids";
import type { LoopRecord } from "../../domain/record/record";

/** What the decision form holds while it is filled in. */
export interface DecisionDraft {
  readonly outcome: Outcome;
  readonly levelId: LevelId | null;
  readonly decidedBy: PersonId | null;
  readonly rationale: string;
  readonly dissenter: PersonId | null;
  readonly dissent: string;
}

/** The hiring manager decides where there is one, else whoever called the reveal. */
export const newDecisionDraft = (record: LoopRecord): DecisionDraft => ({
  outcome: "hire",
  levelId: null,
  decidedBy:
    record.persons.find((person) => person.hats.includes("hiringManager"))?.personId ?? record.facilitator,
  rationale: "",
  dissenter: null,
  dissent: "",
});

const dissentOf = ({ dissenter, dissent }: DecisionDraft): Decision["dissent"] =>
  dissenter === null || dissent.trim() === "" ? [] : [{ personId: dissenter, text: dissent.trim() }];

/** The decision to sign, or null while a decider, a reason, or the other level is missing. */
export const toDecision = (draft: DecisionDraft, divergent: readonly CompetencyId[]): Decision | null => {
  const { outcome, levelId, decidedBy, rationale } = draft;
  const levelMissing = outcome === "otherLevel" && levelId === null;
  if (decidedBy === null || rationale.trim() === "" || levelMissing) return null;
  return {
    outcome,
    levelId: outcome === "otherLevel" ? levelId : null,
    decidedBy,
    rationale: rationale.trim(),
    evidence: divergent.map((competencyId) => ({ envelopeHash: null, competencyId })),
    dissent: dissentOf(draft),
    overrideReason: "",
  };
};
