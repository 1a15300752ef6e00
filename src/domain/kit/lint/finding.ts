/** What a kit may be looked at again for. None of it stops anybody. */
export const kitRules = [
  "levelTextMissing",
  "competencyNotAsked",
  "competencyInOneRound",
  "questionWithoutRound",
  "questionWithoutSigns",
  "twoQuestionsInOne",
  "signNotObservable",
  "protectedTopic",
  "questionUnfinished",
  "exerciseWithoutAnchors",
  "anchorMissing",
  "roundOverfull",
] as const;
export type KitRule = (typeof kitRules)[number];

/** The part of the kit that a finding is about. */
export interface KitPlace {
  readonly part:
    | "competency"
    | "question"
    | "knockOut"
    | "videoPrompt"
    | "resumeCriterion"
    | "exercise"
    | "round";
  readonly id: string;
}

export interface KitFinding {
  readonly rule: KitRule;
  readonly place: KitPlace;
  /** What of the part it is about, in the kit's own words: a level, a sign, a word. Empty where it is about the whole part. */
  readonly about: string;
}
