import { Button } from "@mantine/core";
import { useServices } from "../../../bindings/services";
import { useClock } from "../../../bindings/use-clock";
import type { Exercise } from "../../../domain/kit/kit";
import { clockText } from "../clock";
import { keepFocus } from "../keep-focus";
import classes from "./exercise.module.css";
import type { RunningPhase } from "./kept-phase";
import { type Phase, phasePace, phasesOf } from "./phases";
import { paceWords, phaseWords } from "./words";

interface PhaseClockProps {
  readonly exercise: Exercise;
  readonly running: RunningPhase | null;
  readonly onRun: (running: RunningPhase | null) => void;
}

/** Renders alone every second, so that nothing around it has to. */
const Elapsed = ({ phase, since }: { readonly phase: Phase; readonly since: number }) => {
  const elapsed = Math.max(0, useClock(true) - since);
  const pace = phasePace(elapsed, phase.minutes);
  return (
    <span className={classes.elapsed} data-pace={pace}>
      <b>{clockText(elapsed)}</b> of {phase.minutes} min{paceWords[pace]}
    </span>
  );
};

/** The phases of an exercise one after the other; each is begun by hand, because no talk begins on the second. */
export const PhaseClock = ({ exercise, running, onRun }: PhaseClockProps) => {
  const { ids } = useServices();
  const phases = phasesOf(exercise);
  if (phases.length === 0) return null;
  const begin = (index: number) =>
    onRun(running?.index === index ? null : { index, since: Date.parse(ids.now()) });
  return (
    <fieldset className={classes.phases} aria-label="Time of the exercise">
      {phases.map((phase, index) => (
        <div key={phase.name} className={classes.phase} data-running={running?.index === index || undefined}>
          <Button
            size="compact-xs"
            variant={running?.index === index ? "filled" : "default"}
            aria-pressed={running?.index === index}
            onMouseDown={keepFocus}
            onClick={() => begin(index)}
          >
            {phaseWords[exercise.kind][phase.name]}
          </Button>
          {running?.index === index ? (
            <Elapsed phase={phase} since={running.since} />
          ) : (
            <span>{phase.minutes} min</span>
          )}
        </div>
      ))}
    </fieldset>
  );
};
