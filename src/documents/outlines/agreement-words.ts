import { type AgreementBand, type AgreementReading, agreementOf } from "../../domain/debrief/agreement";
import type { Matrix } from "../../domain/debrief/matrix";
import type {
  ComponentState,
  StructureComponent,
  StructureScore,
} from "../../domain/debrief/structure-score";

/** What the numbers of a loop mean, said the same on the screen and on paper. */

const bandWords: Record<AgreementBand, string> = {
  reliable: "The panel read the candidate alike.",
  tentative: "Tentative: look at the items furthest apart before leaning on the total.",
  unreliable: "The panel read the candidate differently; the total hides that, so talk about the items.",
};

/** "67 of 100". */
const inHundred = (share: number): string => `${Math.round(100 * share)} of 100`;

type Counted = Exclude<AgreementReading, { readonly kind: "nothing" }>;

const sharesWords = ({ items, exact, withinOne }: Counted): string =>
  `Of every two ratings of one item ${inHundred(exact)} are the same and ${inHundred(withinOne)} within one step (${items} ${items === 1 ? "competency or attitude" : "competencies and attitudes"} with two raters or more).`;

/** How far the panel agrees, in plain words, with what the number cannot tell. */
export const agreementSentences = (matrix: Matrix): readonly string[] => {
  const reading = agreementOf(matrix);
  if (reading.kind === "nothing")
    return ["No item has two independent ratings: nothing can be said about agreement."];
  if (reading.kind === "shares")
    return [sharesWords(reading), "A coefficient of agreement needs ten such items on which ratings differ."];
  return [
    `Krippendorff’s alpha for ordered ratings is ${reading.alpha.toFixed(2)}. ${bandWords[reading.band]}`,
    sharesWords(reading),
    "This is agreement about one candidate’s profile; whether the panel would tell candidates apart it does not say.",
  ];
};

export const componentWords: Record<StructureComponent, string> = {
  jobAnalysis: "Every competency says what this level asks for",
  sameQuestions: "The same questions for every candidate",
  limitedPrompting: "Little prompting",
  betterQuestions: "Kinds of questions",
  moreQuestions: "Ten questions or more",
  ancillaryControlled: "Other information about the candidate kept back",
  candidateQuestionsLast: "The candidate’s own questions at the end",
  eachAnswerRated: "Every answer rated by itself",
  anchoredScales: "Every rating has a text that says what it means",
  detailedNotes: "Notes for nine answers of ten",
  severalInterviewers: "Two interviewers or more",
  sameInterviewers: "The same interviewers for every candidate",
  noDiscussion: "No card saw another before it was sealed",
  training: "Trained interviewers",
  statisticalCombination: "A decision that keeps to the counted calls",
};

export const componentStateWords: Record<ComponentState, string> = {
  met: "met",
  notMet: "not met",
  notLogged: "not on record",
};

/** "Structure of the interviews: 7 of the 8 components on record are met, of 15 in all (…)." */
export const structureLine = ({ met, logged, components }: StructureScore): string =>
  `Structure of the interviews: ${met} of the ${logged} components on record are met, of ${components.length} in all (Campion, Palmer & Campion 1997).`;
