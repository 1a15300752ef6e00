import { levelById } from "../../domain/kit/lookup";
import type { PackAudience, PackSection, Shown } from "../../domain/record/audiences";
import { heldSlots } from "../../domain/record/held-slots";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, paragraph } from "../outline";
import { audienceWords, readersOf } from "./audience-words";
import { keepingRows } from "./keeping-rows";
import type { PackFacts } from "./pack";
import { dateWords, personName, shortHash } from "./wording";

/** The days of the loop, "23 November 2026". */
export const loopDays = (record: Pick<LoopRecord, "plan" | "cards">): string => {
  const days = [...new Set(heldSlots(record).map((slot) => slot.startsAt.slice(0, 10)))].sort();
  return days.map(dateWords).join(", ") || "no slot was held";
};

const titled = ({ name, title }: LoopRecord["persons"][number]): string =>
  title === "" ? name : `${name} (${title})`;

const roleOf = ({ plan, kit }: LoopRecord): string =>
  `${plan.kit.title}, ${levelById(kit, plan.levelId).name}`;

const panelRows = (record: LoopRecord): readonly (readonly [string, string])[] => [
  ["Facilitator", personName(record, record.facilitator)],
  ["Panel", record.persons.map(titled).join(", ")],
];

type Row = readonly [string, string];

const decidedRow = ({ decidedAt }: LoopRecord): Row => [
  "Decision",
  decidedAt === null ? "not recorded yet" : `recorded ${dateWords(decidedAt)}`,
];

/** By the company's rules, where some are chosen; else only what the record knows, from which day keeping counts. */
const keepingOfPack = (
  { decidedAt }: LoopRecord,
  { keeping }: PackFacts,
  withHold: boolean,
): readonly Row[] => {
  const rows = keeping === null || keeping === undefined ? [] : keepingRows(keeping, withHold);
  if (rows.length > 0) return rows;
  return decidedAt === null
    ? []
    : [
        [
          "Keeping",
          `counts from ${dateWords(decidedAt)}, the day of the decision; how long, the rules of whoever keeps it say`,
        ],
      ];
};

const aboutNotice = paragraph(
  "notice",
  "This document evaluates a person. The candidate may ask to read it. Keep it where your retention rules say, and no longer.",
);

/** A page of its own: what it is, about whom, who may read it, and which record it was made from. */
export const fullCover = (
  record: LoopRecord,
  audience: PackAudience,
  facts: PackFacts,
  shows: (section: PackSection) => Shown,
): readonly Block[] => {
  const { plan } = record;
  const { title, classification } = audienceWords[audience];
  const rows: readonly Row[] = [
    ["Loop", loopDays(record)],
    ...(shows("panelNames") === "yes" ? panelRows(record) : []),
    [
      "Rounds",
      heldSlots(record)
        .map((slot) => slot.title)
        .join(", "),
    ],
    ["Role kit", `${plan.kit.title}, version ${plan.kit.version}, ${shortHash(plan.kit.kitRoot)}`],
    ...(shows("decision") === "no"
      ? []
      : [decidedRow(record), ...keepingOfPack(record, facts, shows("legalHold") === "yes")]),
    ["Who may read it", readersOf(audience, facts.disclosure)],
    ["Class", classification],
    ["Made", dateWords(facts.generatedAt)],
    ...(facts.recordHash === "" ? [] : [["Record", shortHash(facts.recordHash)] as const]),
  ];
  return [
    paragraph("coverKind", title),
    paragraph("title", plan.candidate.name),
    paragraph("subtitle", roleOf(record)),
    { kind: "facts", rows },
    ...(audience === "paperKit" ? [] : [aboutNotice]),
  ];
};

/** The head of a letter. */
export const shortCover = (
  record: LoopRecord,
  audience: PackAudience,
  facts: PackFacts,
): readonly Block[] => [
  paragraph("title", audienceWords[audience].title),
  paragraph("subtitle", `${record.plan.candidate.name} · ${roleOf(record)}`),
  paragraph("small", `Interviews of ${loopDays(record)} · written ${dateWords(facts.generatedAt)}`),
];
