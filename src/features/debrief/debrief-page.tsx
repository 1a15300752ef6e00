import { Button } from "@mantine/core";
import { useState } from "react";
import { useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import { useRecord } from "../../bindings/use-record";
import { type Agenda, debriefAgenda, overallCallsOf } from "../../domain/debrief/divergence";
import { debriefItemKey, debriefMatrix, type Matrix } from "../../domain/debrief/matrix";
import { weightedTotal } from "../../domain/debrief/total";
import type { CompetencyId } from "../../domain/ids";
import { overallCalls } from "../../domain/kit/scale";
import { wearsHat } from "../../domain/loop/roster";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import { useKeys } from "../../ui/keys/keys";
import { Loaded } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { GroupLabel } from "../../ui/section";
import { AgendaList } from "./agenda-list";
import classes from "./debrief.module.css";
import { DecisionForm } from "./decision-form";
import { EvidencePanel } from "./evidence-panel";
import { MatrixTable } from "./matrix-table";
import { agendaTitle, callWords, debriefTrouble, dependenceWords } from "./words";

const callsLine = (record: LoopRecord): string => {
  const calls = overallCallsOf(record);
  return overallCalls
    .map((call, index) => ({ call, count: calls.filter((given) => given.call === index).length }))
    .filter(({ count }) => count > 0)
    .map(({ call, count }) => `${count} ${callWords[call].toLowerCase()}`)
    .join(", ");
};

const totalLine = (matrix: Matrix): string => {
  const { total, rated, of } = weightedTotal(matrix);
  if (total === null) return "No competency has an independent rating.";
  return `Weighted total of first ratings ${Math.round(total)} of 100 · ${rated} of ${of} competencies rated`;
};

const Dependence = ({ record }: { readonly record: LoopRecord }) => {
  const dependent = record.cards.filter((card) => !card.independent && !card.shadow);
  if (dependent.length === 0 && record.missing.length === 0) return null;
  const nameOf = (personId: string) =>
    record.persons.find((person) => person.personId === personId)?.name ?? "unknown";
  return (
    <Notice tone="attention">
      {dependent.map((card) => (
        <div key={card.envelopeHash}>
          {nameOf(card.personId)}: {card.dependence.map((reason) => dependenceWords[reason]).join(", ")}.
          Read, not counted.
        </div>
      ))}
      {record.missing.map((card) => (
        <div key={`${card.slotId}-${card.personId}`}>
          {nameOf(card.personId)}: a required card is missing.
        </div>
      ))}
    </Notice>
  );
};

interface BoardProps {
  readonly record: LoopRecord;
  readonly mayDecide: boolean;
}

const competenciesOf = (agenda: Agenda): readonly CompetencyId[] =>
  agenda.divergent.flatMap(({ row }) => (row.item.kind === "competency" ? [row.item.competencyId] : []));

const Board = ({ record, mayDecide }: BoardProps) => {
  const matrix = debriefMatrix(record);
  const agenda = debriefAgenda(record);
  const order = [...agenda.divergent.map((item) => item.row), ...agenda.agreed];
  const [chosen, setChosen] = useState<string | null>(
    order[0] === undefined ? null : debriefItemKey(order[0].item),
  );
  const [deciding, setDeciding] = useState(false);
  const position = order.findIndex((row) => debriefItemKey(row.item) === chosen);
  const step = (by: 1 | -1) => {
    const next = order[Math.max(0, Math.min(order.length - 1, position + by))];
    if (next !== undefined) setChosen(debriefItemKey(next.item));
  };
  useKeys({
    title: "Debrief",
    scope: "screen",
    bindings: [
      { keys: "j", does: "Next item", run: () => step(1) },
      { keys: "k", does: "Previous item", run: () => step(-1) },
      { keys: "d", does: "Record the decision", active: mayDecide, run: () => setDeciding(true) },
    ],
  });
  const row = order[position];
  return (
    <div className={classes.board}>
      <div className={classes.main}>
        <header className={classes.head}>
          <h1>{agendaTitle(agenda.divergent.length)}</h1>
          <span className={classes.soft}>ordered by how far apart the panel is</span>
        </header>
        <Dependence record={record} />
        <AgendaList record={record} agenda={agenda} chosen={chosen} onChoose={setChosen} />
        <p className={classes.calls}>
          <b>Overall calls</b> {callsLine(record)}{" "}
          {agenda.overallStraddles ? <Chip tone="attention">straddles yes / no</Chip> : null}
        </p>
        <GroupLabel as="h2">Every rating</GroupLabel>
        <MatrixTable
          record={record}
          label="Items by panelists"
          rows={matrix.rows}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
      <aside className={classes.side}>
        {row === undefined ? null : <EvidencePanel key={chosen} record={record} row={row} />}
      </aside>
      <footer className={classes.foot}>
        {deciding ? (
          <DecisionForm
            record={record}
            divergent={competenciesOf(agenda)}
            onCancel={() => setDeciding(false)}
          />
        ) : (
          <>
            <span className={classes.soft}>{totalLine(matrix)}</span>
            {record.decision !== null ? (
              <Button component="a" href={hrefTo(paths.record(record.loopId))}>
                Go to the record
              </Button>
            ) : mayDecide ? (
              <Button onClick={() => setDeciding(true)}>Record the decision</Button>
            ) : (
              <span>The facilitator records the decision.</span>
            )}
          </>
        )}
      </footer>
    </div>
  );
};

/** What the panel disagrees about, with the evidence, and the decision at the end. */
export const DebriefPage = () => {
  const view = useLoopView();
  const record = useRecord();
  const mayDecide = view.me !== null && wearsHat(view.me, "facilitator");
  if (record.state !== "ready") {
    return (
      <Page width="reading">
        <Loaded from={record} doing="Opening the cards" trouble={debriefTrouble}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <Page width="full">
      <Board record={record.value.record} mayDecide={mayDecide} />
    </Page>
  );
};
