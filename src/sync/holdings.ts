import type * as Y from "yjs";
import type { DeviceId } from "../domain/ids";
import { type Live, liveCell } from "../domain/live";
import type { FactsByDevice } from "./gate/peer-facts";
import type { StateDigest } from "./state-digest";
import { changesBeyond, coversVector, stateDigest } from "./state-digest";

/** How much of this laptop's document is durable on another one, by that laptop's own word. */
export interface Holding {
  readonly holds: "all" | "some";
  /** Changes of this document that are not durable there; deletions, which no state vector counts, are not among them. */
  readonly lacks: number;
}

/** Laptops that said nothing are left out. */
export type Holdings = ReadonlyMap<DeviceId, Holding>;

/**
 * `all` where everything that is in `mine` is durable there. A laptop that has more than this one may still miss a
 * deletion, which no state vector shows; signed entries are never deleted.
 */
const holdingOf = (mine: StateDigest, held: StateDigest): Holding => {
  const lacks = changesBeyond(held.vector, mine.vector);
  const same = held.mark === mine.mark;
  const more = lacks === 0 && !coversVector(mine.vector, held.vector);
  return { holds: same || more ? "all" : "some", lacks };
};

export interface LiveHoldings {
  readonly live: Live<Holdings>;
  readonly close: () => void;
}

/** Changes that come closer together are looked at together: a digest costs a walk over the document. */
const together = 100;
/** While somebody types the number of what a laptop lacks goes up and down all the time, and nobody reads it so fast. */
const countEvery = 1_000;

/** Follows the document and what others say is durable on them. */
export const followHoldings = (doc: Y.Doc, facts: Live<FactsByDevice>): LiveHoldings => {
  const live = liveCell<Holdings>(new Map());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let countTimer: ReturnType<typeof setTimeout> | undefined;
  const now = (): Holdings => {
    const mine = stateDigest(doc);
    return new Map(
      [...facts.get()].flatMap(([deviceId, { held }]) =>
        held === null ? [] : [[deviceId, holdingOf(mine, held)] as const],
      ),
    );
  };
  const differs = (next: Holdings, part: keyof Holding): boolean =>
    next.size !== live.get().size ||
    [...next].some(([deviceId, holding]) => live.get().get(deviceId)?.[part] !== holding[part]);
  const showAll = (): void => {
    clearTimeout(countTimer);
    countTimer = undefined;
    const next = now();
    if (differs(next, "holds") || differs(next, "lacks")) live.set(next);
  };
  const show = (): void => {
    timer = undefined;
    const next = now();
    if (differs(next, "holds")) showAll();
    else if (differs(next, "lacks")) countTimer ??= setTimeout(showAll, countEvery);
  };
  const look = (): void => {
    timer ??= setTimeout(show, together);
  };
  doc.on("update", look);
  const undo = facts.subscribe(look);
  return {
    live,
    close: () => {
      clearTimeout(timer);
      clearTimeout(countTimer);
      doc.off("update", look);
      undo();
    },
  };
};
