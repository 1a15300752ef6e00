import { debriefAgenda } from "../../domain/debrief/divergence";
import { debriefMatrix } from "../../domain/debrief/matrix";
import { levelById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, type Outline, paragraph } from "../outline";
import { agreementSection } from "./debrief-agreement";
import { cardsSection } from "./debrief-cards";
import { decisionSection } from "./debrief-decision";
import { evidenceSection } from "./debrief-evidence";
import { integritySection } from "./debrief-integrity";
import { matrixSection } from "./debrief-matrix";
import { dateWords, personName, shortHash } from "./wording";

/** What the pack prints beside the record itself. */
export interface PackFacts {
  /** SHA-256 of the record's canonical JSON. */
  readonly recordHash: string;
  /** When the pack is made, ISO 8601. */
  readonly generatedAt: string;
  readonly classification: string;
}

const coverOf = (record: LoopRecord, facts: PackFacts): readonly Block[] => {
  const { plan } = record;
  return [
    paragraph("coverKind", "Debrief pack"),
    paragraph("title", plan.candidate.name),
    paragraph("subtitle", `${plan.kit.title}, ${levelById(record.kit, plan.levelId).name}`),
    {
      kind: "facts",
      rows: [
        ["Loop", loopDays(record)],
        ["Facilitator", personName(record, record.facilitator)],
        [
          "Panel",
          record.persons.map(({ name, title }) => (title === "" ? name : `${name} (${title})`)).join(", "),
        ],
        ["Rounds", record.plan.slots.map((slot) => slot.title).join(", ")],
        ["Role kit", `${plan.kit.title}, version ${plan.kit.version}, ${shortHash(plan.kit.kitRoot)}`],
        [
          "Decision",
          record.decidedAt === null ? "not recorded yet" : `recorded ${dateWords(record.decidedAt)}`,
        ],
        ["Class", facts.classification],
        ["Made", dateWords(facts.generatedAt)],
        ["Record", shortHash(facts.recordHash)],
      ],
    },
    paragraph(
      "notice",
      "This document evaluates a person. The candidate may ask to read it. Keep it where your retention rules say, and no longer.",
    ),
  ];
};

const loopDays = (record: LoopRecord): string => {
  const days = [...new Set(record.plan.slots.map((slot) => slot.startsAt.slice(0, 10)))].sort();
  return days.map(dateWords).join(", ") || "no slot planned";
};

/** A trainee's card is for the trainee: it stays in the record and enters no pack. */
const withoutTrainees = (record: LoopRecord): LoopRecord => ({
  ...record,
  cards: record.cards.filter(({ shadow }) => !shadow),
});

/** The debrief pack of the spine: cover, decision, matrix, evidence by item, integrity, agreement, every card. */
export const debriefPackOutline = (given: LoopRecord, facts: PackFacts): Outline => {
  const record = withoutTrainees(given);
  const matrix = debriefMatrix(record);
  const agenda = debriefAgenda(record);
  return {
    title: `Debrief pack: ${record.plan.candidate.name}, ${record.plan.kit.title}`,
    subject: "Interview debrief",
    language: "en-GB",
    classification: facts.classification,
    recordHash: shortHash(facts.recordHash),
    cover: coverOf(record, facts),
    body: [
      { kind: "contents", title: "Contents" },
      ...decisionSection(record),
      ...matrixSection(record, matrix, agenda),
      ...evidenceSection(record, matrix, agenda),
      ...integritySection(record),
      ...agreementSection(record, matrix),
      ...cardsSection(record),
    ],
  };
};
