import type { Answer } from "../card/card";
import type { ExerciseId, Hash, PersonId, QuestionId } from "../ids";
import type { Kit, Question } from "../kit/kit";
import { questionById } from "../kit/lookup";
import { slotById, weightOf } from "../loop/plan";
import { type LoopRecord, mayCount, type RecordCard } from "../record/record";
import { meanOf } from "../statistics/describe";
import type { DebriefItem } from "./item";

/** One answer as it stands behind a cell. */
export interface CellAnswer {
  readonly questionId: QuestionId | null;
  readonly envelopeHash: Hash;
  readonly answer: Pick<Answer, "rating" | "ticks" | "notes"> & { readonly state: Answer["state"] | null };
}

/** What one panelist has to say about one item. */
export interface Cell {
  readonly personId: PersonId;
  /** Mean of the panelist's ratings of the item, 1 to the scale's top; null where there is none. */
  readonly value: number | null;
  /** Why there is no value; null where there is one, or where the panelist was not asked to rate it. */
  readonly absence: "notAsked" | "notObserved" | "insufficientEvidence" | "blank" | null;
  readonly independent: boolean;
  readonly answers: readonly CellAnswer[];
}

export interface MatrixRow {
  readonly item: DebriefItem;
  readonly title: string;
  readonly weight: number;
  /** Points of the item's scale. */
  readonly points: number;
  /** One cell per panelist of the matrix, in its order. */
  readonly cells: readonly Cell[];
  /** Mean of the independent values; null where there is none. */
  readonly mean: number | null;
  /** Highest minus lowest independent value, in scale steps; null with fewer than two. */
  readonly range: number | null;
}

export interface Matrix {
  readonly panelists: readonly PersonId[];
  readonly rows: readonly MatrixRow[];
}

const absenceOf = (answers: readonly CellAnswer[]): Cell["absence"] => {
  const last = answers.at(-1)?.answer.rating;
  if (last === undefined) return null;
  if (last.kind === "rated") return null;
  return last.kind === "blank" ? "blank" : last.reason;
};

const toCell = (personId: PersonId, answers: readonly CellAnswer[], independent: boolean): Cell => {
  const values = answers.flatMap(({ answer }) =>
    answer.rating.kind === "rated" ? [answer.rating.value] : [],
  );
  const value = meanOf(values);
  return { personId, value, absence: value === null ? absenceOf(answers) : null, independent, answers };
};

/** Independent values of a row: what statistics may use. */
export const independentValues = (row: MatrixRow): readonly number[] =>
  row.cells.flatMap((cell) => (cell.value !== null && cell.independent ? [cell.value] : []));

const toRow = (
  record: LoopRecord,
  panelists: readonly PersonId[],
  item: DebriefItem,
  facts: { readonly title: string; readonly weight: number; readonly points: number },
  answersOf: (card: RecordCard) => readonly CellAnswer[],
): MatrixRow => {
  const cells = panelists.map((personId) => {
    const cards = firstRevisions(record).filter((card) => card.personId === personId);
    const heard = cards.filter((card) => answersOf(card).length > 0);
    return toCell(
      personId,
      heard.flatMap(answersOf),
      heard.every((card) => card.independent),
    );
  });
  const row = { item, ...facts, cells, mean: null, range: null };
  const values = independentValues(row);
  const range = values.length < 2 ? null : Math.max(...values) - Math.min(...values);
  return { ...row, mean: meanOf(values), range };
};

/** First revisions of the cards that count: no shadow, no version set aside, revision 1. Later revisions are read, never counted. */
export const firstRevisions = (record: LoopRecord): readonly RecordCard[] =>
  record.cards.filter((card) => mayCount(card) && card.revision === 1);

const questionAnswers =
  (kit: Kit, belongs: (question: Question) => boolean) =>
  (card: RecordCard): readonly CellAnswer[] =>
    card.card.answers
      .filter((answer) => belongs(questionById(kit, answer.questionId)))
      .map((answer) => ({ questionId: answer.questionId, envelopeHash: card.envelopeHash, answer }));

const exerciseAnswers =
  (record: LoopRecord, exerciseId: ExerciseId) =>
  (card: RecordCard): readonly CellAnswer[] => {
    const { exercise } = card.card;
    if (exercise === null || slotById(record.plan, card.slotId).exerciseId !== exerciseId) return [];
    return [{ questionId: null, envelopeHash: card.envelopeHash, answer: { ...exercise, state: null } }];
  };

const competencyRows = (record: LoopRecord, panelists: readonly PersonId[]): readonly MatrixRow[] =>
  record.kit.competencies.map((competency) =>
    toRow(
      record,
      panelists,
      { kind: "competency", competencyId: competency.id },
      {
        title: competency.name,
        weight: weightOf(record.plan, competency.id),
        points: record.kit.questionScale.length,
      },
      questionAnswers(
        record.kit,
        ({ target }) => target.kind === "competency" && target.competencyId === competency.id,
      ),
    ),
  );

const attitudeRows = (record: LoopRecord, panelists: readonly PersonId[]): readonly MatrixRow[] =>
  record.kit.attitudes.map((attitude) =>
    toRow(
      record,
      panelists,
      { kind: "attitude", attitudeId: attitude.id },
      { title: attitude.name, weight: 1, points: record.kit.questionScale.length },
      questionAnswers(
        record.kit,
        ({ target }) => target.kind === "attitude" && target.attitudeId === attitude.id,
      ),
    ),
  );

const exerciseRows = (record: LoopRecord, panelists: readonly PersonId[]): readonly MatrixRow[] =>
  record.kit.exercises
    .filter((exercise) => record.plan.slots.some((slot) => slot.exerciseId === exercise.id))
    .map((exercise) =>
      toRow(
        record,
        panelists,
        { kind: "exercise", exerciseId: exercise.id },
        { title: exercise.title, weight: 1, points: record.kit.exerciseScale.length },
        exerciseAnswers(record, exercise.id),
      ),
    );

const wasPlanned = (row: MatrixRow): boolean => row.cells.some((cell) => cell.answers.length > 0);

/**
 * Items by panelists. Competencies are always listed (an empty row is a gap the panel must see); attitudes and
 * exercises only where a card speaks of them.
 */
export const debriefMatrix = (record: LoopRecord): Matrix => {
  const authors = new Set(firstRevisions(record).map((card) => card.personId));
  const panelists = record.persons.map((person) => person.personId).filter((id) => authors.has(id));
  const rows = [
    ...competencyRows(record, panelists),
    ...attitudeRows(record, panelists).filter(wasPlanned),
    ...exerciseRows(record, panelists).filter(wasPlanned),
  ];
  return { panelists, rows };
};
