import type { Decision, Outcome } from "../../domain/debrief/decision";
import { type DebriefItem, debriefItemKey } from "../../domain/debrief/item";
import { debriefMatrix, firstRevisions } from "../../domain/debrief/matrix";
import { departs } from "../../domain/debrief/mechanical";
import type { LevelId, PersonId } from "../../domain/ids";
import { wearsHat } from "../../domain/loop/roster";
import type { LoopRecord } from "../../domain/record/record";

/** One person's disagreement while it is written down. */
export interface DissentDraft {
  readonly personId: PersonId | null;
  readonly text: string;
}

export const noDissent: DissentDraft = { personId: null, text: "" };

/** What the decision form holds while it is filled in. */
export interface DecisionDraft {
  readonly outcome: Outcome;
  readonly levelId: LevelId | null;
  readonly decidedBy: PersonId | null;
  readonly rationale: string;
  /** What the reason rests on, by `itemValue`. */
  readonly evidence: readonly string[];
  readonly present: readonly PersonId[];
  /** One line for each person who disagrees; an empty one says nothing. */
  readonly dissents: readonly DissentDraft[];
  readonly overrideReason: string;
}

/** How an item is named in the form's lists. */
export const itemValue = (item: DebriefItem): string => `${item.kind}/${debriefItemKey(item)}`;

/** Everything a reason can rest on, the overall calls last. */
export const evidenceChoices = (
  record: LoopRecord,
): readonly { readonly item: DebriefItem; readonly title: string }[] => [
  ...debriefMatrix(record).rows.map(({ item, title }) => ({ item, title })),
  { item: { kind: "overall" }, title: "Overall calls" },
];

const whoWasThere = (record: LoopRecord): readonly PersonId[] => {
  const authors = new Set(firstRevisions(record).map(({ personId }) => personId));
  return record.persons
    .filter(
      (person) =>
        authors.has(person.personId) ||
        person.personId === record.facilitator ||
        wearsHat(person, "hiringManager"),
    )
    .map(({ personId }) => personId);
};

/** The hiring manager decides where there is one, else whoever called the reveal; it rests on what the panel talked about. */
export const newDecisionDraft = (
  record: LoopRecord,
  divergent: readonly DebriefItem[] = [],
): DecisionDraft => ({
  outcome: "hire",
  levelId: null,
  decidedBy:
    record.persons.find((person) => person.hats.includes("hiringManager"))?.personId ?? record.facilitator,
  rationale: "",
  evidence: (divergent.length === 0 ? [{ kind: "overall" } as const] : divergent).map(itemValue),
  present: whoWasThere(record),
  dissents: [noDissent],
  overrideReason: "",
});

/** What a dissent lacks to be recorded: its author or its words; null where it is whole, or where nobody dissents. */
export const missingOfDissent = ({ personId, text }: DissentDraft): "person" | "words" | null => {
  if (text.trim() === "") return personId === null ? null : "words";
  return personId === null ? "person" : null;
};

const dissentOf = ({ dissents }: DecisionDraft): Decision["dissent"] =>
  dissents.flatMap(({ personId, text }) =>
    personId === null || text.trim() === "" ? [] : [{ personId, text: text.trim() }],
  );

/** A competency is named as decisions always did, everything else as an item. */
const evidenceOf = ({ evidence }: DecisionDraft, record: LoopRecord): Decision["evidence"] =>
  evidenceChoices(record)
    .filter(({ item }) => evidence.includes(itemValue(item)))
    .map(({ item }) =>
      item.kind === "competency"
        ? { envelopeHash: null, competencyId: item.competencyId }
        : { envelopeHash: null, competencyId: null, item },
    );

/** In the words of loops before protocol 4: competencies alone, and nobody said to be there. */
const inOlderWords = ({ present: _, ...decision }: Decision): Decision => ({
  ...decision,
  evidence: decision.evidence.filter(({ item }) => item === undefined),
});

const isComplete = (draft: DecisionDraft, record: LoopRecord): boolean => {
  const { outcome, levelId, rationale, evidence, overrideReason } = draft;
  if (rationale.trim() === "" || evidence.length === 0) return false;
  if (outcome === "otherLevel" && levelId === null) return false;
  if (draft.dissents.some((dissent) => missingOfDissent(dissent) !== null)) return false;
  return !departs(record, outcome) || overrideReason.trim() !== "";
};

/**
 * The decision to sign, or null while something is missing: a decider, a reason and what it rests on, the other level, the
 * half of any dissent, why it departs from the panel's calls where it does. `speaksLater`: the loop knows the words of protocol 4.
 */
export const toDecision = (
  draft: DecisionDraft,
  record: LoopRecord,
  speaksLater: boolean,
): Decision | null => {
  const { outcome, levelId, decidedBy, rationale, present, overrideReason } = draft;
  if (decidedBy === null || !isComplete(draft, record)) return null;
  const decision: Decision = {
    outcome,
    levelId: outcome === "otherLevel" ? levelId : null,
    decidedBy,
    rationale: rationale.trim(),
    evidence: evidenceOf(draft, record),
    dissent: dissentOf(draft),
    overrideReason: departs(record, outcome) ? overrideReason.trim() : "",
    present: [...present],
  };
  return speaksLater ? decision : inOlderWords(decision);
};
