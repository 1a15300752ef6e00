import { absenceReasonSchema, type Card } from "../card/card";
import { isRolePlaySheet } from "../card/change-exercise";
import type { Kit } from "../kit/kit";
import { sameNameKey } from "../loop/names";
import { type Audience, type Disclosure, type PackSection, type Shown, shownTo } from "./audiences";
import { type LoopRecord, missingCardSchema, type RecordCard } from "./record";
import { type HiddenName, type RedactionReason, type Redactor, redactorOf } from "./redaction";

/** Where something was taken out: a part of the record, and which of its entries where it has several. */
export interface Redaction {
  readonly place: string;
  readonly reason: RedactionReason;
  readonly times: number;
}

export interface Redacted {
  readonly record: LoopRecord;
  /** By place, then by reason; empty where nothing was replaced. */
  readonly redactions: readonly Redaction[];
}

export interface RedactionFacts extends Disclosure {
  /** Names of other candidates this laptop knows. */
  readonly otherCandidates: readonly string[];
}

type Shows = (section: PackSection) => Shown;

const kitFor = (kit: Kit, shows: Shows): Kit => ({
  ...kit,
  exercises: kit.exercises.map((exercise) => ({
    ...exercise,
    roles: shows("roleGuide") === "yes" ? exercise.roles : [],
    items: exercise.items.map((item) => ({
      ...item,
      expected: shows("answerKeys") === "yes" ? item.expected : "",
    })),
  })),
});

/** Notes, take-away and reasons are for those who may read cards or evidence; ticks stay, feedback is made of them. */
const wordsFor = (card: Card, shows: Shows): Card => {
  const readsNotes = shows("cards") !== "no" || shows("evidence") !== "no";
  const withoutNotes = <Part extends Card["answers"][number] | NonNullable<Card["exercise"]>>(
    part: Part,
  ): Part => (readsNotes ? part : { ...part, notes: [] });
  return {
    ...card,
    answers: card.answers.map(withoutNotes),
    exercise: card.exercise === null ? null : withoutNotes(card.exercise),
    ...(shows("cards") === "no" ? { takeaway: "", amendReason: "", onBehalf: null } : {}),
  };
};

const cardFor = (entry: RecordCard, shows: Shows): RecordCard => {
  const card = wordsFor(entry.card, shows);
  const { exercise } = card;
  return {
    ...entry,
    card: {
      ...card,
      rolePlay: shows("rolePlay") === "yes" ? card.rolePlay : null,
      exercise:
        exercise === null
          ? null
          : {
              ...exercise,
              criteria: shows("successCriteria") === "no" ? [] : exercise.criteria,
              testAnswers: shows("testAnswers") === "no" ? [] : exercise.testAnswers,
            },
    },
  };
};

const without = <Key extends keyof LoopRecord>(record: LoopRecord, keys: readonly Key[]): LoopRecord =>
  Object.fromEntries(
    Object.entries(record).filter(([key]) => !keys.some((known) => known === key)),
  ) as LoopRecord;

/** The record with what the audience is not shown taken out. */
const partsFor = (record: LoopRecord, shows: Shows): LoopRecord => {
  const hidden = [
    ...(shows("comments") === "no" ? (["comments"] as const) : []),
    ...(shows("sharedNotes") === "no" ? (["sharedNotes"] as const) : []),
    ...(shows("secondRatings") === "no" ? (["secondRatings"] as const) : []),
    ...(shows("levelReadings") === "no" ? (["levelReadings"] as const) : []),
    ...(shows("decisionTrail") === "no" ? (["countersignatures", "reopenings"] as const) : []),
    ...(shows("acceptances") === "no" ? (["acceptances"] as const) : []),
    ...(shows("integrity") === "no" ? (["takeovers"] as const) : []),
  ];
  const isSeen = ({ shadow, card }: RecordCard): boolean =>
    !shadow && (shows("rolePlay") === "yes" || !isRolePlaySheet(card));
  const cards = record.cards.filter(isSeen);
  const seen = new Set(cards.map(({ envelopeHash }) => envelopeHash));
  const shown = without(record, hidden);
  return {
    ...shown,
    // What was said on a card that is not shown would tell what is on it.
    ...(shown.comments === undefined
      ? {}
      : { comments: shown.comments.filter(({ envelopeHash }) => seen.has(envelopeHash)) }),
    kit: kitFor(record.kit, shows),
    plan: shows("accommodations") === "yes" ? record.plan : { ...record.plan, accommodations: "" },
    cards: cards.map((card) => cardFor(card, shows)),
    decision: shows("decision") === "no" ? null : record.decision,
    decidedAt: shows("decision") === "no" ? null : record.decidedAt,
    discussion: shows("discussion") === "no" ? [] : record.discussion,
    entries: shows("signedEntries") === "yes" ? record.entries : [],
  };
};

/** What identifies and is never prose: it is left as it is. */
const isName = (key: string): boolean =>
  /(?:Id|Ids|Hash|At|Root|Version)$/.test(key) ||
  [
    "hash",
    "item",
    "author",
    "by",
    "calledBy",
    "decidedBy",
    "facilitator",
    "writers",
    "witnesses",
    "interviewers",
    "present",
    "candidate",
  ].includes(key);

/** Codes of the format, not words of people: somebody may be called Hold. */
const isCode = (key: string, value: unknown): boolean =>
  ["format", "kind", "state", "seen", "outcome", "call", "rule", "from", "dependence"].includes(key) ||
  (key === "reason" &&
    [...absenceReasonSchema.options, ...missingCardSchema.shape.reason.options].some(
      (code) => code === value,
    ));

/** Parts whose texts are the company's own, or replaced as a whole. */
const untouched = ["kit", "persons", "entries"];

/** "cards 3" of the third card of the record it is printed from, else the part's name. */
const placeOf = ([part = "", index]: readonly string[]): string =>
  part === "cards" ? `cards ${Number(index) + 1}` : part;

/**
 * Every string of the record that may be prose: what a later version of the format adds is redacted without being named
 * here.
 */
const redactTexts = (record: LoopRecord, redact: Redactor): Redacted => {
  const counts = new Map<string, Redaction>();
  const note = (path: readonly string[], reasons: readonly RedactionReason[]): void => {
    for (const reason of reasons) {
      const place = placeOf(path);
      const before = counts.get(`${place} ${reason}`);
      counts.set(`${place} ${reason}`, { place, reason, times: (before?.times ?? 0) + 1 });
    }
  };
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === "string") {
      const { text, reasons } = redact(value);
      note(path, reasons);
      return text;
    }
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, String(index)]));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        isName(key) || isCode(key, entry) || (path.length === 0 && untouched.includes(key))
          ? entry
          : walk(entry, [...path, key]),
      ]),
    );
  };
  return { record: walk(record, []) as LoopRecord, redactions: [...counts.values()] };
};

const hiddenNames = (record: LoopRecord, shows: Shows, others: readonly string[]): readonly HiddenName[] => [
  ...(shows("panelNames") === "yes"
    ? []
    : record.persons.map(({ name }, index) => ({
        name,
        instead: `[Panelist ${index + 1}]`,
        why: "panelist" as const,
      }))),
  ...(shows("otherCandidates") === "yes"
    ? []
    : others
        .filter((name) => sameNameKey(name) !== sameNameKey(record.plan.candidate.name))
        .map((name) => ({ name, instead: "[another candidate]", why: "otherCandidate" as const }))),
];

/**
 * The record as an audience may have it: sections it is not shown are gone, and names of others are replaced in every text.
 * Documents are made of this and not of the whole record.
 */
export const recordFor = (record: LoopRecord, audience: Audience, facts: RedactionFacts): Redacted => {
  const shows: Shows = (section) => shownTo(audience, section, facts);
  const reduced = partsFor(record, shows);
  const names = hiddenNames(record, shows, facts.otherCandidates);
  if (names.length === 0 && shows("panelNames") === "yes" && shows("redactionLog") === "no")
    return { record: reduced, redactions: [] };
  const { record: redacted, redactions } = redactTexts(
    reduced,
    redactorOf(names, record.plan.candidate.name),
  );
  const persons =
    shows("panelNames") === "yes"
      ? redacted.persons
      : redacted.persons.map((person, index) => ({ ...person, name: `Panelist ${index + 1}`, title: "" }));
  return { record: { ...redacted, persons }, redactions };
};
