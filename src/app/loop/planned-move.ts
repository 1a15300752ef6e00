import type { Live } from "../../domain/live";
import type { After } from "./after";

/** So long a laptop stays in the room in which it heard of the new one, so that everybody there hears of it too. */
const handOverMs = 2_000;

/** A laptop's going over to the room of a new generation, once. */
export interface PlannedMove {
  /** Asked again before it went, it goes once. */
  readonly plan: () => void;
  readonly cancel: () => void;
}

/** Runs `act` when a value is true, now or later; answers its undo. */
const onceTrue = (value: Live<boolean>, act: () => void): (() => void) => {
  let undo = (): void => undefined;
  const look = (): void => {
    if (!value.get()) return;
    undo();
    act();
  };
  undo = value.subscribe(look);
  look();
  return () => undo();
};

/**
 * Goes over once laptops can be introduced to each other there: in the old room connections live on without a signaling
 * server, in the new one nobody would find anybody.
 */
export const plannedMove = (serverReached: Live<boolean>, moveOn: () => void, after: After): PlannedMove => {
  let undos: (() => void)[] = [];
  const cancel = (): void => {
    for (const undo of undos) undo();
    undos = [];
  };
  const go = (): void => {
    undos = [];
    moveOn();
  };
  return {
    plan: () => {
      if (undos.length > 0) return;
      const stopWaiting = onceTrue(serverReached, () => {
        undos.push(after(handOverMs, go));
      });
      undos.push(stopWaiting);
    },
    cancel,
  };
};
