import {
  type Disclosure,
  type PackSection,
  packSections,
  type RecordAudience,
  shownTo,
} from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import type { Redaction } from "../../domain/record/record-for";
import type { RedactionReason } from "../../domain/record/redaction";
import { type Block, cell, paragraph } from "../outline";

const reasonWords: Record<RedactionReason, string> = {
  panelist: "name of a panelist: a third party",
  otherCandidate: "name of another candidate: a third party",
  contact: "address of mail: it may be a third party’s",
};

/** Every part of a record, so that a new one is not printed by its name in the format. */
const placeWords: Readonly<Record<Exclude<keyof LoopRecord, "cards">, string>> = {
  format: "Format",
  formatVersion: "Format",
  protocol: "Format",
  loopId: "Loop",
  kit: "Role kit",
  plan: "Plan",
  persons: "Panel",
  facilitator: "Facilitator",
  missing: "Missing cards",
  reveal: "Reveal",
  takeovers: "Acting in the facilitator’s place",
  acceptances: "Declared conflicts of interest",
  decision: "Decision",
  decidedAt: "Decision",
  discussion: "What was said in the debrief",
  sharedNotes: "Shared notes",
  comments: "Comments on the cards",
  secondRatings: "Ratings after the discussion",
  levelReadings: "Level readings",
  countersignatures: "Who signed the decision",
  reopenings: "Decisions taken back",
  entries: "Signed entries",
};

const isPart = (place: string): place is keyof typeof placeWords => Object.hasOwn(placeWords, place);

const placeOf = (place: string): string => {
  const [, number] = /^cards (\d+)$/.exec(place) ?? [];
  if (number !== undefined) return `Card ${number}, in the order of this document`;
  return isPart(place) ? placeWords[place] : "Another part of the record";
};

/** What is left out whole, and why; sections that are only another form of what is shown are not named. */
const withheldWords: Partial<Record<PackSection, readonly [string, string]>> = {
  decision: ["The decision and its reason", "deliberation, not a card"],
  discussion: ["What was said in the debrief", "deliberation, not a card"],
  secondRatings: ["Ratings after the discussion", "deliberation, not a card"],
  levelReadings: ["Level readings", "deliberation, not a card"],
  decisionTrail: ["Who signed the decision, and decisions taken back", "about the panel"],
  comments: ["Comments on the cards", "deliberation, not a card"],
  sharedNotes: ["Shared notes", "working notes, not a card"],
  panelNames: ["Names and titles of the panelists", "third parties"],
  answerKeys: ["Expected answers of tests", "security of the test"],
  roleGuide: ["Guide of the role player", "security of the exercise, third parties"],
  rolePlay: ["What the role player noted", "security of the exercise, third parties"],
  rubric: ["Signs and anchors of the role kit", "security of the questions"],
  accommodations: ["What was arranged for the candidate", "may tell of health"],
  acceptances: ["Confidentiality accepted, conflicts of interest declared", "about the panel"],
  integrity: ["When which laptop sealed what", "about the panel and its laptops"],
  signedEntries: ["Signatures and keys of laptops", "about the panel and its laptops"],
};

/** What is left out of a section that is shown otherwise: the person reads of declared conflicts, not of who accepted what. */
const partlyWithheld: Partial<Record<RecordAudience, readonly [string, string]>> = {
  subjectAccess: ["Confidentiality accepted", "about the panel"],
};

const withheldRows = (audience: RecordAudience, disclosure: Disclosure) => {
  const whole = packSections.flatMap((section) => {
    const words = withheldWords[section];
    return words === undefined || shownTo(audience, section, disclosure) === "yes" ? [] : [words];
  });
  const partly = partlyWithheld[audience];
  return [...whole, ...(partly === undefined ? [] : [partly])].map(([what, why]) => [cell(what), cell(why)]);
};

/** What was taken out of the pack and why, without repeating it. */
export const redactionLogSection = (
  audience: RecordAudience,
  disclosure: Disclosure,
  redactions: readonly Redaction[],
): readonly Block[] => [
  { kind: "heading", level: 1, text: "What was taken out", newPage: true, anchor: "redactions" },
  paragraph(
    "notice",
    "Names are found by their spelling. Names of two letters standing alone, names that are also words and written small (“will”, “mark”), nicknames, roles and descriptions are not: somebody has to read this before it goes out.",
  ),
  ...(redactions.length === 0
    ? [paragraph("body", "No name had to be replaced in a text.")]
    : [
        {
          kind: "table",
          caption: "Replaced in texts",
          columns: [
            { title: "Where", share: 46 },
            { title: "What and why", share: 42 },
            { title: "Times", share: 12, align: "right" },
          ],
          rows: redactions.map(({ place, reason, times }) => [
            cell(placeOf(place)),
            cell(reasonWords[reason]),
            cell(String(times)),
          ]),
        } as const,
      ]),
  {
    kind: "table",
    caption: "Left out whole",
    columns: [
      { title: "What", share: 50 },
      { title: "Why", share: 50 },
    ],
    rows: withheldRows(audience, disclosure),
  },
];
