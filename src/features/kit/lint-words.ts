import type { Kit } from "../../domain/kit/kit";
import type { KitFinding, KitPlace, KitRule } from "../../domain/kit/lint/finding";

/** Why a part of the kit is worth another look, in a sentence. `about` is the kit's own text. */
const reasons: Record<KitRule, (about: string) => string> = {
  levelTextMissing: (level) => `says nothing of what ${level} asks for`,
  competencyNotAsked: () => "is asked about in no round",
  competencyInOneRound: () => "is heard in one round only, so one interviewer rates it alone",
  questionWithoutRound: () => "belongs to no round, so no plan takes it up by itself",
  questionWithoutSigns: () => "lacks good or warning signs to tick",
  twoQuestionsInOne: () => "asks two things, and a rating does not say which was answered",
  signNotObservable: (sign) => `has a sign that two people will see differently: “${sign}”`,
  protectedTopic: (word) => `touches what must not decide: “${word}”`,
  questionUnfinished: () => "is not written to its end",
  anchorMissing: (label) => `does not say what “${label}” means`,
  exerciseWithoutAnchors: () => "has no text that says what its ratings mean",
  roundOverfull: (level) => `has more questions for ${level} than its minutes hold, at four minutes each`,
};

export const reasonOf = ({ rule, about }: KitFinding): string => reasons[rule](about);

const titles: Record<KitPlace["part"], (kit: Kit, id: string) => string | undefined> = {
  competency: ({ competencies }, id) => competencies.find((known) => known.id === id)?.name,
  question: ({ questions }, id) => questions.find((known) => known.id === id)?.prompt,
  knockOut: ({ knockOuts }, id) => knockOuts.find((known) => known.id === id)?.prompt,
  videoPrompt: ({ videoPrompts }, id) => videoPrompts.find((known) => known.id === id)?.prompt,
  resumeCriterion: ({ resumeCriteria }, id) => resumeCriteria.find((known) => known.id === id)?.text,
  exercise: ({ exercises }, id) => exercises.find((known) => known.id === id)?.title,
  round: ({ rounds }, id) => rounds.find((known) => known.id === id)?.name,
};

/** The name of the part a finding is about, as the kit has it. */
export const placeTitle = (kit: Kit, { part, id }: KitPlace): string => {
  const title = titles[part](kit, id);
  if (title === undefined) throw new Error(`the kit has no ${part} ${id}`);
  return title;
};
