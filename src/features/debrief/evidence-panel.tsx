import type { Tick } from "../../domain/card/card";
import type { Cell, CellAnswer, MatrixRow } from "../../domain/debrief/matrix";
import { speakingOrder } from "../../domain/debrief/speaking-order";
import type { Indicator } from "../../domain/kit/kit";
import { exerciseById, questionById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import { GroupLabel } from "../../ui/section";
import { timeText } from "../../ui/time-text";
import { Discussion } from "./discussion";
import classes from "./evidence.module.css";
import { nameIn } from "./names";
import { cellMark, enteredWords, withoutStop } from "./words";

interface EvidencePanelProps {
  readonly record: LoopRecord;
  readonly row: MatrixRow;
  /** Under which the panel's notes about the item are kept. */
  readonly itemKey: string;
}

type ItemProps = Omit<EvidencePanelProps, "itemKey">;

const signsOf = ({ record, row }: ItemProps, { questionId }: CellAnswer): readonly Indicator[] => {
  const source =
    questionId !== null
      ? questionById(record.kit, questionId)
      : row.item.kind === "exercise"
        ? exerciseById(record.kit, row.item.exerciseId)
        : null;
  return source === null ? [] : [...source.positive, ...source.negative];
};

const tickText = (tick: Tick, signs: readonly Indicator[]): string => {
  const text = withoutStop(signs.find((known) => known.id === tick.indicatorId)?.text ?? tick.indicatorId);
  return tick.seen === "seen" ? text : `opposite of: ${text}`;
};

/** "3 Meets", "2 Partly meets and 4 Exceeds", "not asked". */
const ratingText = ({ record, row }: ItemProps, cell: Cell): string => {
  const scale = row.item.kind === "exercise" ? record.kit.exerciseScale : record.kit.questionScale;
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

const Heard = ({ signs, answer }: { readonly signs: readonly Indicator[]; readonly answer: CellAnswer }) => (
  <>
    {answer.answer.notes.map((note, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sealed note never moves
      <p key={index} className={note.quote ? classes.quote : undefined}>
        {note.quote ? `“${note.text}”` : note.text}
      </p>
    ))}
    {answer.answer.ticks.length === 0 ? null : (
      <p className={classes.soft}>{answer.answer.ticks.map((tick) => tickText(tick, signs)).join(" · ")}</p>
    )}
  </>
);

const CellEvidence = ({ record, row, cell }: ItemProps & { readonly cell: Cell }) => (
  <div className={classes.evidence}>
    <p>
      <b>{nameIn(record, cell.personId)}</b> · {ratingText({ record, row }, cell)}
      <span className={classes.soft}>{cardText(record, cell)}</span>{" "}
      {cell.independent ? null : <Chip tone="attention">not independent</Chip>}
    </p>
    {cell.answers.map((answer) => (
      <Heard
        key={`${answer.envelopeHash}-${answer.questionId ?? "exercise"}`}
        signs={signsOf({ record, row }, answer)}
        answer={answer}
      />
    ))}
  </div>
);

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
export const EvidencePanel = ({ record, row, itemKey }: EvidencePanelProps) => {
  const heard = inOrder({ record, row });
  return (
    <>
      <GroupLabel as="h2">{row.title} · evidence</GroupLabel>
      {heard.length === 0 ? <p className={classes.soft}>Nobody was asked to rate it.</p> : null}
      {heard.map((cell) => (
        <CellEvidence key={cell.personId} record={record} row={row} cell={cell} />
      ))}
      <Discussion itemKey={itemKey} />
    </>
  );
};
