import { Textarea } from "@mantine/core";
import { useLoopSession } from "../../bindings/loop-session-context";
import { useLive } from "../../bindings/use-live";
import type { Tick } from "../../domain/card/card";
import { type Cell, debriefItemKey, type MatrixRow } from "../../domain/debrief/matrix";
import type { Indicator } from "../../domain/kit/kit";
import { exerciseById, questionById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { GroupLabel } from "../../ui/section";
import classes from "./debrief.module.css";
import { cellMark } from "./words";

interface EvidencePanelProps {
  readonly record: LoopRecord;
  readonly row: MatrixRow;
}

type Signs = { readonly positive: readonly Indicator[]; readonly negative: readonly Indicator[] };

const signsOf = (
  record: LoopRecord,
  row: MatrixRow,
  questionId: Cell["answers"][number]["questionId"],
): Signs => {
  if (questionId !== null) return questionById(record.kit, questionId);
  if (row.item.kind === "exercise") return exerciseById(record.kit, row.item.exerciseId);
  return { positive: [], negative: [] };
};

const tickText = (tick: Tick, signs: Signs): string => {
  const sign = [...signs.positive, ...signs.negative].find((known) => known.id === tick.indicatorId);
  return `${tick.seen === "seen" ? "" : "opposite of: "}${sign?.text ?? tick.indicatorId}`;
};

const CellEvidence = ({ record, row, cell }: EvidencePanelProps & { readonly cell: Cell }) => {
  const name = record.persons.find((person) => person.personId === cell.personId)?.name ?? "unknown";
  const drawn = cellMark(cell);
  const rated = drawn === null ? "" : drawn.mark.kind === "value" ? `${drawn.mark.value}` : drawn.label;
  return (
    <div className={classes.evidence}>
      <p>
        <b>{name}</b> · {rated}
        {cell.independent ? "" : " · not independent"}
      </p>
      {cell.answers.map((answer) => (
        <div key={`${answer.envelopeHash}-${answer.questionId ?? "exercise"}`}>
          {answer.answer.notes.map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sealed note never moves
            <p key={index} className={note.quote ? classes.quote : classes.note}>
              {note.quote ? `“${note.text}”` : note.text}
            </p>
          ))}
          {answer.answer.ticks.length === 0 ? null : (
            <p className={classes.soft}>
              {answer.answer.ticks
                .map((tick) => tickText(tick, signsOf(record, row, answer.questionId)))
                .join(" · ")}
            </p>
          )}
        </div>
      ))}
    </div>
  );
};

/** What everybody heard about one item, side by side, and what the panel said about it. */
export const EvidencePanel = ({ record, row }: EvidencePanelProps) => {
  const session = useLoopSession();
  const key = debriefItemKey(row.item);
  const note = useLive(session.discussion(key));
  const heard = row.cells.filter((cell) => cell.answers.length > 0);
  return (
    <div>
      <GroupLabel as="h2">{row.title} · evidence</GroupLabel>
      {heard.length === 0 ? <p className={classes.soft}>Nobody was asked to rate it.</p> : null}
      {heard.map((cell) => (
        <CellEvidence key={cell.personId} record={record} row={row} cell={cell} />
      ))}
      <Textarea
        label="What was said"
        description="Everybody in the room can write here."
        autosize
        minRows={3}
        value={note}
        onChange={(event) => session.setDiscussion(key, event.currentTarget.value)}
      />
    </div>
  );
};
