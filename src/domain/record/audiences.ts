/** For whom a pack is made. The order is the one in which they are offered. */
export const audiences = [
  "hrFile",
  "hiringManager",
  "handout",
  "candidateFeedback",
  "subjectAccess",
  "publicRecords",
  "paperKit",
  "candidateBrief",
  "prepCard",
] as const;
export type Audience = (typeof audiences)[number];

/** Those whose pack is made of a record, and not only of the plan and the kit. */
export const recordAudiences = [
  "hrFile",
  "hiringManager",
  "handout",
  "candidateFeedback",
  "subjectAccess",
  "publicRecords",
] as const satisfies readonly Audience[];
export type RecordAudience = (typeof recordAudiences)[number];

/** Those whose pack can be made with nothing but the record at hand. */
export const packAudiences = [...recordAudiences, "paperKit"] as const satisfies readonly Audience[];
export type PackAudience = (typeof packAudiences)[number];

/** Those who are given the finalists of a role beside each other, a document of several records. */
export const comparisonAudiences = ["hiringManager", "hrFile"] as const satisfies readonly Audience[];
export type ComparisonAudience = (typeof comparisonAudiences)[number];

/** What a pack may have in it. */
export const packSections = [
  "decision",
  "totals",
  "individualRatings",
  "panelNames",
  "evidence",
  "discussion",
  "secondRatings",
  "levelReadings",
  "decisionTrail",
  "comments",
  "sharedNotes",
  "acceptances",
  "integrity",
  "agreement",
  "cards",
  "successCriteria",
  "testAnswers",
  "answerKeys",
  "rolePlay",
  "roleGuide",
  "accommodations",
  "questions",
  "rubric",
  "strengthsAndGrowth",
  "roomToWrite",
  "redactionLog",
  "signedEntries",
  "signatures",
  "legalHold",
  "otherCandidates",
] as const;
export type PackSection = (typeof packSections)[number];

/** How much of a section is shown: `unnamed` is without saying whose it is. */
export type Shown = "yes" | "unnamed" | "no";

/** `allowed`: shown where the person who makes the pack allows it, see `Disclosure`. */
type Rule = Shown | "allowed";

/** One cell per audience, in the order of `audiences`. */
type Row = readonly [Rule, Rule, Rule, Rule, Rule, Rule, Rule, Rule, Rule];

/**
 * Who sees what: the one place that decides it. What is "no" here is taken out of the record before a document is made of
 * it (`recordFor`), so that no chapter can print it by mistake. A trainee's card is in no pack at all.
 */
const table: Readonly<Record<PackSection, Row>> = {
  // ------------------- HR file | hiring manager | handout | feedback | access | public | paper | brief | prep
  decision: ["yes", "yes", "no", "no", "yes", "no", "no", "no", "no"],
  totals: ["yes", "yes", "yes", "no", "yes", "no", "no", "no", "no"],
  individualRatings: ["yes", "allowed", "yes", "no", "yes", "yes", "no", "no", "no"],
  panelNames: ["yes", "yes", "yes", "no", "allowed", "yes", "yes", "no", "yes"],
  evidence: ["yes", "allowed", "yes", "no", "no", "no", "no", "no", "no"],
  discussion: ["yes", "yes", "no", "no", "yes", "no", "no", "no", "no"],
  secondRatings: ["yes", "allowed", "no", "no", "yes", "no", "no", "no", "no"],
  levelReadings: ["yes", "yes", "no", "no", "yes", "no", "no", "no", "no"],
  decisionTrail: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
  comments: ["yes", "no", "no", "no", "yes", "no", "no", "no", "no"],
  sharedNotes: ["yes", "no", "no", "no", "yes", "no", "no", "no", "no"],
  // What somebody declares is about the candidate as well; that they accepted confidentiality is about the panel.
  acceptances: ["yes", "no", "no", "no", "yes", "no", "no", "no", "no"],
  integrity: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
  agreement: ["yes", "yes", "no", "no", "no", "no", "no", "no", "no"],
  cards: ["yes", "no", "no", "no", "yes", "yes", "no", "no", "no"],
  successCriteria: ["yes", "yes", "yes", "no", "yes", "yes", "yes", "no", "yes"],
  testAnswers: ["yes", "no", "no", "no", "yes", "yes", "no", "no", "no"],
  answerKeys: ["yes", "no", "no", "no", "no", "no", "no", "no", "yes"],
  rolePlay: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
  roleGuide: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
  accommodations: ["yes", "no", "no", "no", "yes", "no", "yes", "no", "yes"],
  questions: ["yes", "yes", "yes", "no", "yes", "yes", "yes", "no", "yes"],
  rubric: ["yes", "no", "no", "no", "no", "no", "yes", "no", "yes"],
  strengthsAndGrowth: ["no", "no", "no", "yes", "no", "no", "no", "no", "no"],
  roomToWrite: ["no", "no", "yes", "no", "no", "no", "yes", "no", "yes"],
  redactionLog: ["no", "no", "no", "no", "yes", "yes", "no", "no", "no"],
  signedEntries: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
  signatures: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
  // Those who keep files have to know of it; to the person it would tell how a dispute is prepared for.
  legalHold: ["yes", "yes", "no", "no", "no", "no", "no", "no", "no"],
  otherCandidates: ["yes", "no", "no", "no", "no", "no", "no", "no", "no"],
};

/** What the person who makes a pack may open beyond the default. */
export interface Disclosure {
  /** The hiring manager's pack says who rated what. */
  readonly individualScores: boolean;
  /** The copy for the person themselves says who the panelists were. */
  readonly namePanelists: boolean;
}

export const closedDisclosure: Disclosure = { individualScores: false, namePanelists: false };

const allowedNow = (section: PackSection, disclosure: Disclosure): Shown => {
  if (section === "panelNames") return disclosure.namePanelists ? "yes" : "unnamed";
  if (disclosure.individualScores) return "yes";
  return section === "evidence" ? "unnamed" : "no";
};

/** How much of a section an audience is shown. */
export const shownTo = (
  audience: Audience,
  section: PackSection,
  disclosure: Disclosure = closedDisclosure,
): Shown => {
  const rule = table[section][audiences.indexOf(audience)] ?? "no";
  return rule === "allowed" ? allowedNow(section, disclosure) : rule;
};
