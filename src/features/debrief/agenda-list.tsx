import type { Agenda, AgendaItem } from "../../domain/debrief/divergence";
import { furthestFromMedian } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/matrix";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import classes from "./debrief.module.css";
import { Spread } from "./spread";
import { divergenceWords } from "./words";

interface AgendaListProps {
  readonly record: LoopRecord;
  readonly agenda: Agenda;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

const reasonWords = (item: AgendaItem): string =>
  item.reasons
    .map((reason) =>
      reason === "stepsApart"
        ? `${Math.round((item.row.range ?? 0) * 10) / 10} steps apart`
        : divergenceWords[reason],
    )
    .join(", ");

const speakerOf = (record: LoopRecord, item: AgendaItem): string => {
  const cell = furthestFromMedian(item.row);
  return record.persons.find((person) => person.personId === cell?.personId)?.name ?? "";
};

/** What the panel has to talk about, furthest apart first, each with its spread and who speaks first. */
export const AgendaList = ({ record, agenda, chosen, onChoose }: AgendaListProps) => (
  <ol className={classes.agenda}>
    {agenda.divergent.map((item) => {
      const key = debriefItemKey(item.row.item);
      const raters = item.row.cells.filter((cell) => cell.value !== null).length;
      const scale = item.row.item.kind === "exercise" ? record.kit.exerciseScale : record.kit.questionScale;
      return (
        <li key={key}>
          <button
            type="button"
            className={classes.item}
            aria-pressed={chosen === key}
            onClick={() => onChoose(key)}
          >
            <span className={classes.what}>
              <b>{item.row.title}</b> <Chip tone="attention">{reasonWords(item)}</Chip>
              <span className={classes.soft}>{raters} raters</span>
            </span>
            <Spread row={item.row} scale={scale} persons={record.persons} />
            <span className={classes.first}>
              speaks first
              <b>{speakerOf(record, item)}</b>
            </span>
          </button>
        </li>
      );
    })}
  </ol>
);
