import { debriefAgenda } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/item";
import { debriefMatrix } from "../../domain/debrief/matrix";
import {
  type Disclosure,
  type PackAudience,
  type PackSection,
  type Shown,
  shownTo,
} from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import { type Redaction, recordFor } from "../../domain/record/record-for";
import type { Keeping } from "../../domain/retention/keeping";
import type { Block, Outline } from "../outline";
import { audienceWords } from "./audience-words";
import { agreementSection } from "./debrief-agreement";
import { cardsSection } from "./debrief-cards";
import { decisionSection } from "./debrief-decision";
import { type EvidenceStyle, evidenceRows, evidenceSection } from "./debrief-evidence";
import { integritySection } from "./debrief-integrity";
import { matrixSection } from "./debrief-matrix";
import { feedbackSection } from "./feedback";
import { decisionToFill } from "./handout";
import { heldDataSection } from "./held-data";
import { decisionTrail, levelReadingsSection, secondRatingsSection } from "./pack-afterwards";
import { entriesSection, rubricSection, signaturesSection } from "./pack-appendix";
import { commentsSection, discussionSection, sharedNotesSection } from "./pack-comments";
import { fullCover, shortCover } from "./pack-cover";
import { packProperties } from "./pack-properties";
import { paperSheets } from "./paper-kit";
import { redactionLogSection } from "./redaction-log";
import { shortHash } from "./wording";

/** What the pack prints beside the record itself. */
export interface PackFacts {
  /** SHA-256 of the record's canonical JSON. */
  readonly recordHash: string;
  /** When the pack is made, ISO 8601. */
  readonly generatedAt: string;
  readonly disclosure: Disclosure;
  /** Names of other candidates this laptop knows: they are taken out of the texts of all packs but the HR file. */
  readonly otherCandidates: readonly string[];
  /** How long it is kept, by which rules, as the cover says; absent where no rule is chosen. */
  readonly keeping?: Keeping | null;
}

/** What the chapters of one pack are made of: the record as the audience may have it. */
interface Making {
  readonly record: LoopRecord;
  readonly audience: PackAudience;
  readonly facts: PackFacts;
  readonly redactions: readonly Redaction[];
  readonly shows: (section: PackSection) => Shown;
}

/** The chapters that the numbers and the evidence make together. */
const ratingChapters = ({ record, audience, shows }: Making): readonly Block[] => {
  const matrix = debriefMatrix(record);
  const agenda = debriefAgenda(record);
  const style: EvidenceStyle = {
    named: shows("evidence") === "yes",
    onlyDivergent: audience === "handout",
  };
  const rows = shows("evidence") === "no" ? [] : evidenceRows(agenda, style);
  const told = new Set(rows.map((row) => debriefItemKey(row.item)));
  return [
    ...(shows("totals") === "no"
      ? []
      : matrixSection(record, matrix, agenda, {
          individual: shows("individualRatings") === "yes",
          hasEvidence: (row) =>
            rows.some(({ title, item }) => title === row.title && item.kind === row.item.kind),
        })),
    ...(shows("evidence") === "no" ? [] : evidenceSection(record, matrix, agenda, style)),
    ...(shows("discussion") === "no" ? [] : discussionSection(record, told)),
    ...(shows("integrity") === "no" ? [] : integritySection(record)),
    ...(shows("agreement") === "no" ? [] : agreementSection(record, matrix)),
  ];
};

/** One entry per chapter, in the order people read them; what the table does not show is not made. */
const chapters: readonly ((making: Making) => readonly Block[])[] = [
  ({ record, audience }) => (audience === "subjectAccess" ? heldDataSection(record) : []),
  ({ record, audience, shows }) =>
    shows("decision") === "no"
      ? []
      : [
          ...decisionSection(record, audience === "subjectAccess" ? "goesOn" : "ownPage"),
          ...decisionTrail(record),
        ],
  ratingChapters,
  ({ record }) => secondRatingsSection(record),
  ({ record }) => levelReadingsSection(record),
  ({ audience }) => (audience === "handout" ? decisionToFill : []),
  ({ record, shows }) => (shows("comments") === "no" ? [] : commentsSection(record)),
  ({ record, shows }) => (shows("sharedNotes") === "no" ? [] : sharedNotesSection(record)),
  ({ record, shows }) => (shows("cards") === "no" ? [] : cardsSection(record)),
  ({ record, audience, shows }) =>
    shows("rubric") === "no" || audience === "paperKit" ? [] : rubricSection(record),
  ({ record, shows }) => (shows("signedEntries") === "no" ? [] : entriesSection(record)),
  ({ record, shows }) => (shows("signatures") === "no" ? [] : signaturesSection(record)),
  ({ audience, facts, redactions, shows }) =>
    shows("redactionLog") === "no" || audience === "paperKit"
      ? []
      : redactionLogSection(audience, facts.disclosure, redactions),
  ({ record, audience, facts }) => (audience === "paperKit" ? paperSheets(record, facts.generatedAt) : []),
  ({ record, shows }) =>
    shows("strengthsAndGrowth") === "no" ? [] : feedbackSection(record, debriefMatrix(record)),
];

/** Cards in the order of the day: by slot, then by panelist, then by revision. */
const inOrder = (record: LoopRecord): LoopRecord => {
  const slots = [...record.plan.slots].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const place = (ids: readonly string[], id: string): number => ids.indexOf(id);
  const slotIds = slots.map(({ slotId }) => slotId);
  const personIds = record.persons.map(({ personId }) => personId);
  return {
    ...record,
    cards: [...record.cards].sort(
      (one, other) =>
        place(slotIds, one.slotId) - place(slotIds, other.slotId) ||
        place(personIds, one.personId) - place(personIds, other.personId) ||
        one.revision - other.revision,
    ),
  };
};

/** The pack of a record for one audience: what they may not read is taken out first, then the chapters are made. */
export const packOutline = (given: LoopRecord, audience: PackAudience, facts: PackFacts): Outline => {
  const { record, redactions } = recordFor(inOrder(given), audience, {
    ...facts.disclosure,
    otherCandidates: facts.otherCandidates,
  });
  const shows = (section: PackSection): Shown => shownTo(audience, section, facts.disclosure);
  const { title, classification } = audienceWords[audience];
  const isLetter = audience === "candidateFeedback";
  const cover = isLetter ? shortCover(record, audience, facts) : fullCover(record, audience, facts, shows);
  return {
    title: `${title}: ${record.plan.candidate.name}, ${record.plan.kit.title}`,
    subject: title,
    language: "en-GB",
    classification,
    recordHash: shortHash(facts.recordHash),
    properties: packProperties(audience, facts),
    cover,
    body: [
      ...(isLetter ? [] : [{ kind: "contents", title: "Contents" } as const]),
      ...chapters.flatMap((chapter) => chapter({ record, audience, facts, redactions, shows })),
    ],
  };
};
