import { Button } from "@mantine/core";
import { useState } from "react";
import { useLoopView } from "../../../bindings/loop-session-context";
import { levelChart } from "../../../documents/charts/level-chart";
import { type LevelLine, levelLines } from "../../../domain/debrief/level-reading";
import { competencyById, levelById, levelTextOf } from "../../../domain/kit/lookup";
import type { LoopRecord } from "../../../domain/record/record";
import { Chip } from "../../../ui/chip";
import { ChartFigure } from "../charts/chart-figure";
import { nameIn } from "../names";
import { LevelForm } from "./level-form";
import classes from "./levels.module.css";
import { levelsLine, standingWords } from "./words";

const Reading = ({ record, line }: { readonly record: LoopRecord; readonly line: LevelLine }) => {
  const { reading, standing } = line;
  if (reading === null) return <span className={classes.soft}>{standingWords.notRead}</span>;
  const level = record.kit.levels.find(({ id }) => id === reading.levelId)?.name;
  return (
    <>
      {level === undefined ? null : <b>{level} </b>}
      <Chip tone={standing === "below" ? "attention" : standing === "notSaid" ? "quiet" : "accent"}>
        {standingWords[standing]}
      </Chip>
      <span className={classes.why}>
        {reading.reason} <span className={classes.soft}>{nameIn(record, reading.personId)}</span>
      </span>
    </>
  );
};

const Line = ({
  record,
  line,
  mayRead,
}: {
  readonly record: LoopRecord;
  readonly line: LevelLine;
  readonly mayRead: boolean;
}) => {
  const [open, setOpen] = useState(false);
  const competency = record.kit.competencies.find(({ id }) => id === line.competencyId);
  const text =
    competency === undefined
      ? null
      : levelTextOf(competencyById(record.kit, competency.id), record.plan.levelId);
  return (
    <li>
      <div className={classes.line}>
        <span>
          <b>{line.name}</b>
          {text === null ? null : <span className={classes.why}>{text.expectation}</span>}
        </span>
        <span>
          <Reading record={record} line={line} />
        </span>
        {mayRead && !open ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Read the level of ${line.name}`}
            onClick={() => setOpen(true)}
          >
            Read the level
          </Button>
        ) : null}
      </div>
      {open ? <LevelForm record={record} line={line} onDone={() => setOpen(false)} /> : null}
    </li>
  );
};

interface UnfoldedProps {
  readonly record: LoopRecord;
  readonly lines: readonly LevelLine[];
  readonly mayRead: boolean;
}

/** Made only once somebody looks: a kit has dozens of competencies. */
const Unfolded = ({ record, lines, mayRead }: UnfoldedProps) => {
  const chart = levelChart(record);
  return (
    <>
      {chart === null ? null : <ChartFigure chart={chart} />}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.competencyId} record={record} line={line} mayRead={mayRead} />
        ))}
      </ul>
    </>
  );
};

/** Where the evidence puts the candidate on each competency's progression, against the level hired for. */
export const LevelsPart = ({ record }: { readonly record: LoopRecord }) => {
  const view = useLoopView();
  const [open, setOpen] = useState(false);
  const lines = levelLines(record);
  if (view.debrief === null) return null;
  const mayRead = view.authority.mine === "acts" && view.decision === null && view.removed === null;
  return (
    <details className={classes.levels} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Level reading · {levelsLine(lines, levelById(record.kit, record.plan.levelId).name)}</summary>
      {open ? <Unfolded record={record} lines={lines} mayRead={mayRead} /> : null}
    </details>
  );
};
