import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import { type Failure, useServices } from "../../../bindings/services";
import type { Card } from "../../../domain/card/card";
import { dropBreach, recordBreach, tickTension } from "../../../domain/card/change-exercise";
import { slotTime } from "../../../domain/card/slot-time";
import type { ExerciseRole } from "../../../domain/kit/kit";
import type { Slot } from "../../../domain/loop/plan";
import { ErrorCard } from "../../../ui/error-card";
import { KeyHint } from "../../../ui/keys/key-hint";
import { useKeys } from "../../../ui/keys/keys";
import { useCardEditing } from "../use-card-editing";
import { interviewTrouble } from "../words";
import { Breaches } from "./breaches";
import { Guidance } from "./guide";
import { RoleClock } from "./role-clock";
import classes from "./role-player.module.css";
import { Tensions } from "./tensions";
import { words } from "./words";

interface SheetProps {
  readonly slot: Slot;
  readonly role: ExerciseRole;
  readonly initial: Card;
  /** False once a newer copy from elsewhere lies in the sheet's place. */
  readonly isCurrent: () => boolean;
}

/** What can be done to the sheet, each with the time on the slot's clock. */
const useSheet = ({ role, initial, isCurrent }: SheetProps) => {
  const session = useLoopSession();
  const { ids } = useServices();
  const { card, change, undo, canUndo } = useCardEditing(session, initial, isCurrent);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [sealing, setSealing] = useState(false);
  const atMs = () => slotTime(card, Date.parse(ids.now()));
  return {
    card,
    failed,
    undo,
    canUndo,
    tick: (tension: number) => {
      const text = role.tensions[tension];
      if (text !== undefined) change((before) => tickTension(before, { tension, text }, atMs()));
    },
    record: (text: string) => change((before) => recordBreach(before, text, atMs())),
    drop: (index: number) => change((before) => dropBreach(before, index)),
    sealing,
    // After success it stays busy until the sealed sheet's notice takes the screen's place.
    seal: async () => {
      if (sealing) return;
      setSealing(true);
      const sealed = await session.seal(card);
      if (sealed.ok) return;
      setSealing(false);
      setFailed(sealed.error);
    },
  };
};

/** The role player's sheet while it is written: tick, record, seal. */
export const Sheet = (props: SheetProps) => {
  const { slot, role } = props;
  const { card, failed, undo, canUndo, tick, record, drop, seal, sealing } = useSheet(props);
  const field = useRef<HTMLInputElement>(null);
  useKeys({
    title: "Role player",
    scope: "screen",
    bindings: [
      ...role.tensions.slice(0, 9).map((text, index) => ({
        keys: String(index + 1),
        does: `Brought up: ${text}`,
        run: () => tick(index),
      })),
      { keys: "b", does: "Record a breach", run: () => field.current?.focus() },
      { keys: "ctrl+z", does: "Take the last change back", active: canUndo, run: () => void undo() },
      { keys: "ctrl+enter", does: words.seal, run: () => void seal() },
    ],
  });
  if (card.rolePlay === null) return null;
  return (
    <div className={classes.sheet}>
      <RoleClock card={card} minutes={slot.minutes} />
      <Tensions role={role} rolePlay={card.rolePlay} onTick={tick} />
      <Guidance role={role} />
      <Breaches rolePlay={card.rolePlay} field={field} onRecord={record} onDrop={drop} />
      {failed === null ? null : <ErrorCard trouble={interviewTrouble(failed)} onRetry={() => void seal()} />}
      <div className={classes.foot}>
        <Button onClick={() => void seal()} loading={sealing} rightSection={<KeyHint keys="ctrl+enter" />}>
          {words.seal}
        </Button>
        <p className={classes.soft}>{words.sealMeaning}</p>
      </div>
    </div>
  );
};
