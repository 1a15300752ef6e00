import { Fragment } from "react";
import type { Cell, CellAnswer, MatrixRow } from "../../domain/debrief/matrix";
import type { Movement } from "../../domain/debrief/movement";
import { speakingOrder } from "../../domain/debrief/speaking-order";
import type { SlotId } from "../../domain/ids";
import type { Indicator } from "../../domain/kit/kit";
import { exerciseById, questionById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import { GroupLabel } from "../../ui/section";
import { timeText } from "../../ui/time-text";
import { SpeakingList } from "./board/speaking-list";
import { Discussion } from "./discussion";
import classes from "./evidence.module.css";
import { ExerciseFactsPart } from "./facts/exercise-facts";
import { SlotFacts } from "./facts/slot-facts";
import { Heard } from "./heard";
import { nameIn } from "./names";
import { AfterDiscussion } from "./ratings/after-discussion";
import { LaterAnswers } from "./revisions/later-answers";
import { cellMark, enteredWords } from "./words";

interface EvidencePanelProps {
  readonly record: LoopRecord;
  readonly row: MatrixRow;
  /** Under which the panel's notes about the item are kept. */
  readonly itemKey: string;
  readonly movements: readonly Movement[];
}

type ItemProps = Pick<EvidencePanelProps, "record" | "row">;

const signsOf = ({ record, row }: ItemProps, { questionId }: CellAnswer): readonly Indicator[] => {
  const source =
    questionId !== null
      ? questionById(record.kit, questionId)
      : row.item.kind === "exercise"
        ? exerciseById(record.kit, row.item.exerciseId)
        : null;
  return source === null ? [] : [...source.positive, ...source.negative];
};

const scaleOf = ({ record, row }: ItemProps) =>
  row.item.kind === "exercise" ? record.kit.exerciseScale : record.kit.questionScale;

/** "3 Meets", "2 Partly meets and 4 Exceeds", "not asked". */
const ratingText = ({ record, row }: ItemProps, cell: Cell): string => {
  const scale = scaleOf({ record, row });
  const rated = cell.answers.flatMap(({ answer: { rating } }) => {
    const point = rating.kind === "rated" ? scale.find(({ value }) => value === rating.value) : undefined;
    return point === undefined ? [] : [`${point.value} ${point.label}`];
  });
  return rated.length > 0 ? rated.join(" and ") : (cellMark(cell)?.label ?? "");
};

/** When the card was sealed, and how it came to be: " · sealed 10:30 · typed in by Ben Sato (broken wrist)". */
const cardText = (record: LoopRecord, cell: Cell): string => {
  const hash = cell.answers[0]?.envelopeHash;
  const found = record.cards.find((card) => card.envelopeHash === hash);
  if (found === undefined) return "";
  const entered = enteredWords(found.card, (personId) => nameIn(record, personId));
  return ` · sealed ${timeText(found.sealedAt)}${entered}`;
};

type CellProps = ItemProps & { readonly cell: Cell; readonly movements: readonly Movement[] };

const CellEvidence = ({ record, row, cell, movements }: CellProps) => (
  <div className={classes.evidence}>
    <p>
      <b>{nameIn(record, cell.personId)}</b> · {ratingText({ record, row }, cell)}
      <span className={classes.soft}>{cardText(record, cell)}</span>{" "}
      {cell.independent ? null : <Chip tone="attention">not independent</Chip>}
    </p>
    {cell.answers.map((answer) => {
      const shown = { signs: signsOf({ record, row }, answer), answer, author: cell.personId };
      return (
        <Fragment key={`${answer.envelopeHash}-${answer.questionId ?? "exercise"}`}>
          <Heard {...shown} />
          <LaterAnswers {...shown} record={record} scale={scaleOf({ record, row })} />
        </Fragment>
      );
    })}
    <AfterDiscussion
      record={record}
      movements={movements}
      item={row.item}
      personId={cell.personId}
      first={cell.value}
      envelopeHash={cell.answers[0]?.envelopeHash}
      points={scaleOf({ record, row }).map(({ value, label }) => ({ value, label: `${value} ${label}` }))}
    />
  </div>
);

/** The slots in which the item was heard, in the order of the plan. */
const slotsOf = ({ record, row }: ItemProps): readonly SlotId[] => {
  const heard = new Set(row.cells.flatMap(({ answers }) => answers.map(({ envelopeHash }) => envelopeHash)));
  const slots = new Set(
    record.cards.filter(({ envelopeHash }) => heard.has(envelopeHash)).map(({ slotId }) => slotId),
  );
  return record.plan.slots.map(({ slotId }) => slotId).filter((slotId) => slots.has(slotId));
};

/** Raters in the order they speak, then those without a rating. */
const inOrder = ({ record, row }: ItemProps): readonly Cell[] => {
  const order = speakingOrder(row, record.persons);
  const place = ({ personId }: Cell): number =>
    order.includes(personId) ? order.indexOf(personId) : order.length;
  return row.cells
    .filter((cell) => cell.answers.length > 0)
    .sort((left, right) => place(left) - place(right));
};

/** What everybody heard about one item, side by side, and what the panel said about it. */
export const EvidencePanel = ({ record, row, itemKey, movements }: EvidencePanelProps) => {
  const heard = inOrder({ record, row });
  return (
    <>
      <GroupLabel as="h2">{row.title} · evidence</GroupLabel>
      <SpeakingList record={record} row={row} />
      {heard.length === 0 ? <p className={classes.soft}>Nobody was asked to rate it.</p> : null}
      {heard.map((cell) => (
        <CellEvidence key={cell.personId} record={record} row={row} cell={cell} movements={movements} />
      ))}
      {row.item.kind === "exercise" ? (
        <ExerciseFactsPart record={record} exerciseId={row.item.exerciseId} />
      ) : null}
      <SlotFacts record={record} slotIds={slotsOf({ record, row })} />
      <Discussion itemKey={itemKey} />
    </>
  );
};
