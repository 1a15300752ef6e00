import { nameIn } from "../../bindings/loop-names";
import type { Slot } from "../../domain/loop/plan";
import { whenAndWhere } from "../../domain/loop/when-and-where";
import { dayText } from "../../ui/day-text";
import { Page, PageHeader } from "../../ui/page";
import { Arranged } from "./arranged";
import { EnterAfterwards } from "./day/enter-afterwards";
import type { OpenView, Typist } from "./desk";
import { whoseCard } from "./on-behalf";
import classes from "./slot-start.module.css";

interface TypeInStartProps {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly typist: Typist;
  readonly onEnter: (from: "paper" | "memory") => void;
}

/** Before somebody else's card is typed in: whose it is, who types it and why, and what everybody will know of it. */
export const TypeInStart = ({ view, slot, typist, onEnter }: TypeInStartProps) => (
  <Page width="reading">
    <PageHeader
      title={`${slot.title}: type in ${whoseCard(view)}`}
      note={`${view.plan.candidate.name} · ${whenAndWhere(slot, dayText(slot.startsAt))}`}
    />
    <p className={classes.rule}>
      {nameIn(view, typist.by)} types it in, because: “{typist.reason}” Write what stands there and nothing of
      your own. Both names stand on the card and in the log, and it opens with the others. If{" "}
      {view.me?.name ?? "its author"} seals a card before the reveal, that one counts and this one is shown
      beside it.
    </p>
    <Arranged accommodations={view.plan.accommodations} />
    <EnterAfterwards onEnter={onEnter} />
  </Page>
);
