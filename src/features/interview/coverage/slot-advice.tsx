import type { CoverageBoard } from "../../../domain/loop/coverage/coverage-board";
import { adviceFor, nextSlot, type SlotAdvice } from "../../../domain/loop/coverage/next-slot";
import type { Slot } from "../../../domain/loop/plan";
import { GroupLabel } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import type { OpenView } from "../desk";
import classes from "./coverage.module.css";
import { adviceAct, adviceReason, namesOf } from "./words";

interface SlotAdviceProps {
  readonly view: OpenView;
  readonly board: CoverageBoard;
  readonly slot: Slot;
  readonly heading: string;
  /** True where no other heading stands above it but the page's. */
  readonly isPage?: boolean;
}

const Item = ({ view, advice }: { readonly view: OpenView; readonly advice: SlotAdvice }) => (
  <li>
    <StatusDot
      shape={advice.kind === "add" ? "bang" : "full"}
      tone={advice.kind === "add" ? "attention" : "accent"}
      label={adviceAct(view, advice)}
    />
    <span>{adviceReason(view, advice)}</span>
  </li>
);

const AdviceOf = ({ view, board, slot, heading, isPage = false }: SlotAdviceProps) => {
  const advice = adviceFor(view, board, slot);
  return (
    <>
      <GroupLabel as={isPage ? "h2" : "h3"}>{heading}</GroupLabel>
      {advice.length === 0 ? (
        <p className={classes.quiet}>What its plan says, and nothing more.</p>
      ) : (
        <ul className={classes.advice} aria-label={heading}>
          {advice.map((one) => (
            <Item key={one.competencyId} view={view} advice={one} />
          ))}
        </ul>
      )}
    </>
  );
};

/** What the slot at hand and the next one should keep or add, each with its reason. */
export const SlotAdvices = ({
  view,
  board,
  here,
}: Pick<SlotAdviceProps, "view" | "board"> & { readonly here?: Slot | undefined }) => {
  const next = nextSlot(view, board);
  const isOther = next !== null && next.slotId !== here?.slotId;
  return (
    <>
      {here === undefined ? null : (
        <AdviceOf view={view} board={board} slot={here} heading="What this slot should cover" />
      )}
      {next === null || !isOther ? null : (
        <AdviceOf
          view={view}
          board={board}
          slot={next}
          isPage={here === undefined}
          heading={`What the next slot should cover: ${next.title}, ${next.startsAt.slice(11)}, ${namesOf(view, next.interviewers)}`}
        />
      )}
      {next === null && here === undefined ? (
        <p className={classes.quiet}>Every slot has begun. Nothing can be added to a next one.</p>
      ) : null}
    </>
  );
};
