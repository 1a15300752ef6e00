import type { ReactNode } from "react";
import type { Agenda, AgendaItem } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/item";
import type { MatrixRow } from "../../domain/debrief/matrix";
import { contestedSign } from "../../domain/debrief/sign-tally";
import { speakingOrder } from "../../domain/debrief/speaking-order";
import { overallCalls } from "../../domain/kit/scale";
import { wearsHat } from "../../domain/loop/roster";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import classes from "./agenda.module.css";
import { boxesOf } from "./board/meeting-clock";
import { nameIn } from "./names";
import { callsLine, overallKey, voicesOf } from "./overall";
import type { SpreadDot } from "./pile";
import { Spread } from "./spread";
import { callWords, ratersLine, reasonWords } from "./words";

interface AgendaListProps {
  readonly record: LoopRecord;
  readonly agenda: Agenda;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

interface ItemProps extends Pick<AgendaListProps, "chosen" | "onChoose"> {
  readonly itemKey: string;
  readonly title: string;
  readonly chip: ReactNode;
  readonly line: string;
  readonly spread: ReactNode;
  readonly first: ReactNode;
}

const Item = ({ itemKey, title, chip, line, spread, first, chosen, onChoose }: ItemProps) => (
  <button
    type="button"
    id={`item-${itemKey}`}
    className={classes.item}
    aria-pressed={chosen === itemKey}
    onClick={() => onChoose(itemKey)}
  >
    <span className={classes.what}>
      <b>{title}</b> {chip}
      <span className={classes.soft}>{line}</span>
    </span>
    {spread}
    <span className={classes.first}>{first}</span>
  </button>
);

const dotsOf = (record: LoopRecord, row: MatrixRow): readonly SpreadDot[] =>
  row.cells.flatMap(({ personId, value, independent }) =>
    value === null ? [] : [{ personId, name: nameIn(record, personId), value, independent }],
  );

/** Numbers where the scale is long, names where it has three points. */
const pointLabels = (record: LoopRecord, row: MatrixRow): readonly string[] => {
  const scale = row.item.kind === "exercise" ? record.kit.exerciseScale : record.kit.questionScale;
  return scale.map((point) => (scale.length === 3 ? point.label : String(point.value)));
};

type RowItemProps = Omit<AgendaListProps, "agenda"> & {
  readonly item: AgendaItem;
  readonly minutes: number | undefined;
};

const RowItem = ({ record, item, minutes, chosen, onChoose }: RowItemProps) => {
  const { row } = item;
  return (
    <Item
      itemKey={debriefItemKey(row.item)}
      title={row.title}
      chip={<Chip tone="attention">{reasonWords(item)}</Chip>}
      line={ratersLine(row, contestedSign(record.kit, row))}
      spread={<Spread dots={dotsOf(record, row)} points={pointLabels(record, row)} />}
      first={
        <>
          {minutes === undefined ? "" : `${minutes} min · `}speaks first
          <b>{nameIn(record, speakingOrder(row, record.persons)[0])}</b>
        </>
      }
      chosen={chosen}
      onChoose={onChoose}
    />
  );
};

/** One dot per person and call. */
const callDots = (record: LoopRecord): readonly SpreadDot[] =>
  voicesOf(record).map(({ personId, call }) => ({
    personId: `${personId} ${call}`,
    name: nameIn(record, personId),
    value: call + 1,
    independent: true,
  }));

const OverallItem = ({ record, agenda, chosen, onChoose }: AgendaListProps) => (
  <Item
    itemKey={overallKey}
    title="Overall call"
    chip={
      agenda.overallStraddles ? (
        <Chip tone="attention">straddles yes / no</Chip>
      ) : (
        <Chip tone="accent">one side</Chip>
      )
    }
    line={callsLine(record)}
    spread={
      <Spread dots={callDots(record)} points={overallCalls.map((call) => callWords[call].toLowerCase())} />
    }
    first={
      record.persons.some((person) => wearsHat(person, "hiringManager")) ? (
        <>
          hiring manager <b>speaks last</b>
        </>
      ) : null
    }
    chosen={chosen}
    onChoose={onChoose}
  />
);

/** What the panel has to talk about, furthest apart first, each with its spread and who speaks first. */
export const AgendaList = (props: AgendaListProps) => {
  const boxes = boxesOf(props.agenda);
  return (
    <ol className={classes.agenda}>
      {props.agenda.divergent.map((item) => (
        <li key={debriefItemKey(item.row.item)}>
          <RowItem {...props} item={item} minutes={boxes.get(debriefItemKey(item.row.item))} />
        </li>
      ))}
      <li>
        <OverallItem {...props} />
      </li>
    </ol>
  );
};
