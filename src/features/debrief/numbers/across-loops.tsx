import { useMemo } from "react";
import {
  componentStateWords,
  componentWords,
  structureLine,
} from "../../../documents/outlines/agreement-words";
import { leniencyOf, type RatedLoop, ratedLoop } from "../../../domain/debrief/leniency";
import { debriefMatrix } from "../../../domain/debrief/matrix";
import { type ComponentState, structureScore } from "../../../domain/debrief/structure-score";
import type { LoopRecord } from "../../../domain/record/record";
import { GroupLabel } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import { nameIn } from "../names";
import { leniencyGround, leniencySentence, otherStructures } from "./across-words";
import classes from "./numbers.module.css";

const shapes = { met: "full", notMet: "bang", notLogged: "empty" } as const satisfies Record<
  ComponentState,
  string
>;
const tones = { met: "accent", notMet: "attention", notLogged: "quiet" } as const;

interface AcrossProps {
  readonly record: LoopRecord;
  /** Decided loops beside this one. */
  readonly others: readonly LoopRecord[];
}

/** This loop's score, and those of the other loops of its role. */
const scoresOf = ({ record, others }: AcrossProps) => {
  const ofRole = others.filter(({ plan }) => plan.kit.kitId === record.plan.kit.kitId);
  return {
    score: structureScore(record, others),
    theirs: ofRole.map((other) => structureScore(other, [record, ...ofRole.filter((one) => one !== other)])),
  };
};

/** How this loop was run, component by component, beside what other loops of the role had. */
export const Structure = ({ record, others }: AcrossProps) => {
  const { score, theirs } = useMemo(() => scoresOf({ record, others }), [record, others]);
  return (
    <>
      <GroupLabel as="h3">How the interviews were run</GroupLabel>
      <p>
        {structureLine(score)} {otherStructures(theirs)}
      </p>
      <ul className={classes.components}>
        {score.components.map(({ component, state }) => (
          <li key={component}>
            <StatusDot
              shape={shapes[state]}
              tone={tones[state]}
              label={`${componentWords[component]}: ${componentStateWords[state]}`}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

const leniencyLines = (record: LoopRecord, others: readonly RatedLoop[]) => {
  const loops = [ratedLoop(record), ...others];
  return debriefMatrix(record)
    .panelists.map((personId) => nameIn(record, personId))
    .map((name) => ({ name, line: leniencySentence(name, leniencyOf(loops, name)) }));
};

/**
 * How each panelist of this loop rates beside their colleagues, where enough was rated together to tell. The board is
 * drawn anew at every step through it: what was counted once is kept.
 */
export const LeniencyPart = ({ record, others }: AcrossProps) => {
  const rated = useMemo(() => others.map(ratedLoop), [others]);
  const lines = useMemo(() => leniencyLines(record, rated), [record, rated]);
  return (
    <>
      <GroupLabel as="h3">How people rate beside each other</GroupLabel>
      <p>{leniencyGround(others.length)}</p>
      <ul className={classes.people}>
        {lines.map(({ name, line }) => (
          <li key={name}>{line}</li>
        ))}
      </ul>
    </>
  );
};
