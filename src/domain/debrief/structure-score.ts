import type { Answer, Card } from "../card/card";
import type { Kit } from "../kit/kit";
import { sameNameKey } from "../loop/names";
import { heldSlots } from "../record/held-slots";
import type { LoopRecord, RecordCard } from "../record/record";
import { firstRevisions } from "./matrix";

/** The fifteen components of structure of Campion, Palmer & Campion (1997), in their order. */
export const structureComponents = [
  "jobAnalysis",
  "sameQuestions",
  "limitedPrompting",
  "betterQuestions",
  "moreQuestions",
  "ancillaryControlled",
  "candidateQuestionsLast",
  "eachAnswerRated",
  "anchoredScales",
  "detailedNotes",
  "severalInterviewers",
  "sameInterviewers",
  "noDiscussion",
  "training",
  "statisticalCombination",
] as const;
export type StructureComponent = (typeof structureComponents)[number];

/** `notLogged` where nothing on record tells whether a component was met; it is then neither for nor against. */
export type ComponentState = "met" | "notMet" | "notLogged";

export interface StructureScore {
  readonly components: readonly { readonly component: StructureComponent; readonly state: ComponentState }[];
  readonly met: number;
  /** How many of the fifteen the record says anything about. */
  readonly logged: number;
}

/** Where the paper sets no number; our rules. */
const limits = { promptedShare: 0.25, questions: 10, notedShare: 0.9, interviewers: 2 } as const;

interface Facts {
  readonly record: LoopRecord;
  readonly cards: readonly RecordCard[];
  /** Questions that were put, with what came of them. */
  readonly asked: readonly Answer[];
  /** Closed loops of other candidates with the same kit version. */
  readonly others: readonly LoopRecord[];
}

const met = (holds: boolean): ComponentState => (holds ? "met" : "notMet");

const askedOn = ({ answers }: Card): readonly Answer[] =>
  answers.filter(({ state }) => state === "asked" || state === "prompted");

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length;

const describesLevel = ({ competencies }: Kit, levelId: string): boolean =>
  competencies.length > 0 &&
  competencies.every(({ levels }) =>
    levels.some((text) => text.levelId === levelId && `${text.requirement}${text.expectation}`.trim() !== ""),
  );

const questionsOf = (record: LoopRecord): string =>
  heldSlots(record)
    .flatMap(({ questionIds }) => questionIds)
    .toSorted()
    .join(" ");

/** By name: in every loop a person has another id. */
const interviewersOf = (record: LoopRecord): string => {
  const interviewers = new Set(firstRevisions(record).map(({ personId }) => personId));
  const names = record.persons.filter(({ personId }) => interviewers.has(personId));
  return names
    .map(({ name }) => sameNameKey(name))
    .toSorted()
    .join("\n");
};

const sameAcross = ({ record, others }: Facts, fact: (of: LoopRecord) => string): ComponentState =>
  others.length === 0 ? "notLogged" : met(others.every((other) => fact(other) === fact(record)));

const rules: Record<StructureComponent, (facts: Facts) => ComponentState> = {
  jobAnalysis: ({ record }) => met(describesLevel(record.kit, record.plan.levelId)),
  sameQuestions: (facts) => sameAcross(facts, questionsOf),
  limitedPrompting: ({ asked }) =>
    met(asked.length > 0 && share(asked, ({ state }) => state === "prompted") <= limits.promptedShare),
  betterQuestions: () => "notLogged",
  moreQuestions: ({ asked }) =>
    met(new Set(asked.map(({ questionId }) => questionId)).size >= limits.questions),
  ancillaryControlled: () => "notLogged",
  candidateQuestionsLast: () => "notLogged",
  eachAnswerRated: ({ asked }) =>
    met(asked.length > 0 && asked.every(({ rating }) => rating.kind !== "blank")),
  anchoredScales: ({ record }) => met(record.kit.questionScale.every(({ anchor }) => anchor.trim() !== "")),
  detailedNotes: ({ asked }) =>
    met(share(asked, ({ notes }) => notes.some(({ text }) => text.trim() !== "")) >= limits.notedShare),
  severalInterviewers: ({ cards }) =>
    met(new Set(cards.map(({ personId }) => personId)).size >= limits.interviewers),
  sameInterviewers: (facts) => sameAcross(facts, interviewersOf),
  noDiscussion: ({ cards }) => met(cards.length > 0 && cards.every(({ independent }) => independent)),
  training: () => "notLogged",
  statisticalCombination: ({ record }) =>
    record.decision === null ? "notLogged" : met(record.decision.overrideReason.trim() === ""),
};

/**
 * How structured the loop was, from what was logged: a headline about the process, never about the candidate. `others`
 * are records of other loops; those of another kit version or of the same candidate are not compared with.
 */
export const structureScore = (record: LoopRecord, others: readonly LoopRecord[]): StructureScore => {
  const cards = firstRevisions(record);
  const { candidate, kit } = record.plan;
  const comparable = others.filter(
    ({ plan }) => plan.kit.kitRoot === kit.kitRoot && plan.candidate.candidateId !== candidate.candidateId,
  );
  const facts = { record, cards, asked: cards.flatMap(({ card }) => askedOn(card)), others: comparable };
  const components = structureComponents.map((component) => ({ component, state: rules[component](facts) }));
  return {
    components,
    met: components.filter(({ state }) => state === "met").length,
    logged: components.filter(({ state }) => state !== "notLogged").length,
  };
};
