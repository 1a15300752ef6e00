import { Anchor } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import type { LoopRecord } from "../../domain/record/record";
import { useKeys } from "../../ui/keys/keys";
import { AgendaList } from "./agenda-list";
import { MeetingClock } from "./board/meeting-clock";
import { CallsPanel } from "./calls-panel";
import { PacePart } from "./charts/pace-part";
import classes from "./debrief.module.css";
import { DecisionBar } from "./decision-bar";
import { EvidencePanel } from "./evidence-panel";
import { Integrity } from "./integrity";
import { independenceLine } from "./integrity-sentences";
import { LevelsPart } from "./levels/levels-part";
import { NumbersPart } from "./numbers/numbers-part";
import { Moved } from "./ratings/moved";
import { RatingsPart } from "./ratings-part";
import { useAgenda } from "./use-agenda";
import { agendaTitle, agreementLine, totalLine } from "./words";

interface BoardProps {
  readonly record: LoopRecord;
  readonly mayDecide: boolean;
}

/** Moves the focus to the first part of the evidence that can be commented on. */
const toComments = (): void => {
  document.querySelector<HTMLElement>("[data-begins-comment]")?.focus();
};

/** What differs on top, what is agreed below, evidence beside it, the decision at the bottom. */
export const Board = ({ record, mayDecide }: BoardProps) => {
  const { matrix, agenda, movements, chosen, choose, step, row, topics } = useAgenda(record);
  useKeys({
    title: "Debrief",
    scope: "screen",
    bindings: [
      { keys: "j", does: "Next item", run: () => step(1) },
      { keys: "k", does: "Previous item", run: () => step(-1) },
      { keys: "c", does: "Comment on the item’s first part; Tab goes on to the others", run: toComments },
    ],
  });
  return (
    <div className={classes.board}>
      <div className={classes.main}>
        <header className={classes.head}>
          <h1>{agendaTitle(topics)}</h1>
          <p>furthest apart first · {independenceLine(record)}</p>
          <Anchor size="sm" className={classes.aside} href={hrefTo(paths.finalists(record.loopId))}>
            The finalists, question by question
          </Anchor>
        </header>
        <MeetingClock agenda={agenda} chosen={chosen} />
        <Integrity record={record} />
        <AgendaList record={record} agenda={agenda} chosen={chosen} onChoose={choose} />
        <Moved record={record} matrix={matrix} movements={movements} onChoose={choose} />
        <RatingsPart record={record} matrix={matrix} agenda={agenda} chosen={chosen} onChoose={choose} />
        <LevelsPart record={record} />
        <PacePart record={record} />
        <NumbersPart record={record} matrix={matrix} />
      </div>
      <aside className={classes.side} aria-label="Evidence">
        {row === null ? (
          <CallsPanel record={record} movements={movements} />
        ) : (
          <EvidencePanel key={chosen} record={record} row={row} itemKey={chosen} movements={movements} />
        )}
      </aside>
      <DecisionBar
        record={record}
        divergent={agenda.divergent.map(({ row: { item } }) => item)}
        mayDecide={mayDecide}
        facts={`${totalLine(matrix)} · ${agreementLine(matrix)}`}
        onNext={() => step(1)}
      />
    </div>
  );
};
