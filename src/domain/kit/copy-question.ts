import {
  attitudeIdSchema,
  competencyIdSchema,
  disciplineIdSchema,
  freeSlug,
  indicatorIdSchema,
  questionIdSchema,
} from "../ids";
import type { Attitude, Competency, Discipline, Indicator, Kit, Question, QuestionTarget } from "./kit";

/** What a copied question brought along or lost, for the person to read. */
export type CopyNote =
  | { readonly type: "competencyAdded" | "attitudeAdded" | "disciplineAdded"; readonly name: string }
  /** The kit has none of the question's levels, so it is asked at every level. */
  | { readonly type: "everyLevel" }
  | { readonly type: "roundLeftOut"; readonly name: string };

export interface CopiedQuestion {
  readonly kit: Kit;
  readonly question: Question;
  readonly notes: readonly CopyNote[];
}

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase("en") === other.trim().toLocaleLowerCase("en");

const taken = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

interface Step<Item> {
  readonly kit: Kit;
  readonly item: Item;
  readonly notes: readonly CopyNote[];
}

const withDiscipline = (from: Kit, to: Kit, competency: Competency): Step<Discipline> => {
  const name = from.disciplines.find(({ id }) => id === competency.disciplineId)?.name ?? competency.name;
  const known = to.disciplines.find((discipline) => sameName(discipline.name, name));
  if (known !== undefined) return { kit: to, item: known, notes: [] };
  const id = disciplineIdSchema.parse(freeSlug(name, taken(to.disciplines), "discipline"));
  const item = { id, name };
  const notes = [{ type: "disciplineAdded", name } as const];
  return { kit: { ...to, disciplines: [...to.disciplines, item] }, item, notes };
};

/** The level texts under the ids of the other kit's levels of the same names. */
const movedTexts = (from: Kit, to: Kit, { levels }: Competency): Competency["levels"] =>
  levels.flatMap((text) => {
    const name = from.levels.find(({ id }) => id === text.levelId)?.name ?? "";
    const level = to.levels.find((known) => sameName(known.name, name));
    return level === undefined ? [] : [{ ...text, levelId: level.id }];
  });

const withCompetency = (from: Kit, to: Kit, competency: Competency): Step<Competency> => {
  const known = to.competencies.find(({ name }) => sameName(name, competency.name));
  if (known !== undefined) return { kit: to, item: known, notes: [] };
  const under = withDiscipline(from, to, competency);
  const item: Competency = {
    id: competencyIdSchema.parse(freeSlug(competency.name, taken(to.competencies), "competency")),
    disciplineId: under.item.id,
    name: competency.name,
    levels: movedTexts(from, to, competency),
  };
  const notes = [...under.notes, { type: "competencyAdded", name: item.name } as const];
  return { kit: { ...under.kit, competencies: [...to.competencies, item] }, item, notes };
};

const withAttitude = (to: Kit, attitude: Attitude): Step<Attitude> => {
  const known = to.attitudes.find(({ name }) => sameName(name, attitude.name));
  if (known !== undefined) return { kit: to, item: known, notes: [] };
  const id = attitudeIdSchema.parse(freeSlug(attitude.name, taken(to.attitudes), "attitude"));
  const item = { ...attitude, id };
  const notes = [{ type: "attitudeAdded", name: item.name } as const];
  return { kit: { ...to, attitudes: [...to.attitudes, item] }, item, notes };
};

const known = <Item>(item: Item | undefined): Item => {
  if (item === undefined) throw new Error("a question asks about something its kit does not have");
  return item;
};

const withTarget = (from: Kit, to: Kit, { target }: Question): Step<QuestionTarget> => {
  if (target.kind === "attitude") {
    const asked = known(from.attitudes.find(({ id }) => id === target.attitudeId));
    const { kit, item, notes } = withAttitude(to, asked);
    return { kit, item: { kind: "attitude", attitudeId: item.id }, notes };
  }
  const asked = known(from.competencies.find(({ id }) => id === target.competencyId));
  const { kit, item, notes } = withCompetency(from, to, asked);
  return { kit, item: { kind: "competency", competencyId: item.id }, notes };
};

const signIdsOf = (kit: Kit): Set<string> =>
  new Set(
    [...kit.questions, ...kit.exercises].flatMap(({ positive, negative }) =>
      [...positive, ...negative].map(({ id }) => id),
    ),
  );

const renamedSigns = (signs: readonly Indicator[], questionId: string, used: Set<string>): Indicator[] =>
  signs.map(({ text }) => {
    const id = indicatorIdSchema.parse(freeSlug(`${questionId}-sign`, used, "sign"));
    used.add(id);
    return { id, text };
  });

/**
 * Copies a question with its indicators into another kit, at its end. What it asks about, its levels and its round are
 * found there by their names; a competency or an attitude that is missing comes along, a round does not.
 */
export const copyQuestion = (from: Kit, question: Question, to: Kit): CopiedQuestion => {
  const target = withTarget(from, to, question);
  const id = questionIdSchema.parse(freeSlug(question.id, taken(to.questions), "question"));
  const levels = from.levels.filter((level) => question.levelIds.includes(level.id));
  const levelIds = to.levels
    .filter((level) => levels.some(({ name }) => sameName(name, level.name)))
    .map((level) => level.id);
  const roundName = from.rounds.find((round) => round.id === question.roundId)?.name ?? null;
  const round = to.rounds.find(({ name }) => roundName !== null && sameName(name, roundName));
  const used = signIdsOf(to);
  const copy: Question = {
    ...question,
    id,
    target: target.item,
    levelIds,
    roundId: round?.id ?? null,
    positive: renamedSigns(question.positive, id, used),
    negative: renamedSigns(question.negative, id, used),
  };
  const notes: readonly CopyNote[] = [
    ...target.notes,
    ...(levels.length > 0 && levelIds.length === 0 ? [{ type: "everyLevel" } as const] : []),
    ...(roundName !== null && round === undefined
      ? [{ type: "roundLeftOut", name: roundName } as const]
      : []),
  ];
  return { kit: { ...target.kit, questions: [...to.questions, copy] }, question: copy, notes };
};
