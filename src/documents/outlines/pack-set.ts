import { prepOf } from "../../domain/loop/prep";
import { type Audience, audiences, type PackAudience, packAudiences } from "../../domain/record/audiences";
import { heldSlots } from "../../domain/record/held-slots";
import type { LoopRecord } from "../../domain/record/record";
import { recordFor } from "../../domain/record/record-for";
import type { Outline } from "../outline";
import { audienceWords } from "./audience-words";
import { candidateBriefOutline } from "./candidate-brief";
import { type PackFacts, packOutline } from "./pack";
import { withoutCalledOff } from "./paper-kit";
import { prepCardOutline } from "./prep-card";

/** One document of a set. */
export interface PackDocument {
  readonly audience: Audience;
  /** What tells it from others of its audience: the exercise, the panelist; empty where there is one. */
  readonly of: string;
  readonly outline: Outline;
}

const isPack = (audience: Audience): audience is PackAudience =>
  packAudiences.some((known) => known === audience);

const briefs = (record: LoopRecord, { generatedAt: madeAt }: PackFacts): readonly PackDocument[] =>
  heldSlots(record).flatMap(({ exerciseId, startsAt, room }) => {
    const exercise = record.kit.exercises.find(({ id }) => id === exerciseId);
    if (exercise === undefined) return [];
    const occasion = { candidateName: record.plan.candidate.name, startsAt, room };
    const outline = candidateBriefOutline(exercise, { kitTitle: record.plan.kit.title, occasion, madeAt });
    return [{ audience: "candidateBrief", of: exercise.title, outline }];
  });

const prepCards = (record: LoopRecord, facts: PackFacts): readonly PackDocument[] => {
  const { plan, kit, persons } = recordFor(record, "prepCard", {
    ...facts.disclosure,
    otherCandidates: [],
  }).record;
  return persons.flatMap((person) => {
    const prep = prepOf({ plan: withoutCalledOff(plan), kit, persons, coverage: [], handOffs: [] }, person);
    return prep.slots.length === 0
      ? []
      : [
          {
            audience: "prepCard",
            of: person.name,
            outline: prepCardOutline(prep, { madeAt: facts.generatedAt }),
          } as const,
        ];
  });
};

/** Every document an audience gets of a record: one pack, a brief per exercise, a prep card per panelist. */
export const documentsFor = (
  record: LoopRecord,
  audience: Audience,
  facts: PackFacts,
): readonly PackDocument[] => {
  if (isPack(audience)) return [{ audience, of: "", outline: packOutline(record, audience, facts) }];
  return audience === "candidateBrief" ? briefs(record, facts) : prepCards(record, facts);
};

/** Every document of a record, for every audience. */
export const allDocuments = (record: LoopRecord, facts: PackFacts): readonly PackDocument[] =>
  audiences.flatMap((audience) => documentsFor(record, audience, facts));

/** The name of a document's file, without its ending; whoever writes it still has to make it fit for a disk. */
export const documentName = (
  record: LoopRecord,
  { audience, of }: Pick<PackDocument, "audience" | "of">,
): string =>
  [audienceWords[audience].title, record.plan.candidate.name, of].filter((part) => part !== "").join(" ");
