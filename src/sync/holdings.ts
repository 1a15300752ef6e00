import type * as Y from "yjs";
import type { DeviceId } from "../domain/ids";
import { type Live, liveCell } from "../domain/live";
import type { FactsByDevice } from "./gate/peer-facts";
import type { StateDigest } from "./state-digest";
import { coversVector, stateDigest } from "./state-digest";

/** How much of this laptop's document is durable on another one, by that laptop's own word. */
export type Holding = "all" | "some" | "unknown";

export type Holdings = ReadonlyMap<DeviceId, Exclude<Holding, "unknown">>;

/**
 * `all` where everything that is in `mine` is durable there. A laptop that has more than this one may still miss a
 * deletion, which no state vector shows; signed entries are never deleted.
 */
const holdingOf = (mine: StateDigest, held: StateDigest): "all" | "some" => {
  if (held.mark === mine.mark) return "all";
  return coversVector(held.vector, mine.vector) && !coversVector(mine.vector, held.vector) ? "all" : "some";
};

export interface LiveHoldings {
  readonly live: Live<Holdings>;
  readonly close: () => void;
}

/** Changes that come closer together are looked at together: a digest costs a walk over the document. */
const together = 100;

/** Follows the document and what others say is durable on them; laptops that said nothing are left out. */
export const followHoldings = (doc: Y.Doc, facts: Live<FactsByDevice>): LiveHoldings => {
  const live = liveCell<Holdings>(new Map());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): Holdings => {
    const mine = stateDigest(doc);
    return new Map(
      [...facts.get()].flatMap(([deviceId, { held }]) =>
        held === null ? [] : [[deviceId, holdingOf(mine, held)] as const],
      ),
    );
  };
  const differs = (next: Holdings): boolean =>
    next.size !== live.get().size ||
    [...next].some(([deviceId, holding]) => live.get().get(deviceId) !== holding);
  const show = (): void => {
    timer = undefined;
    const next = now();
    if (differs(next)) live.set(next);
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
      doc.off("update", look);
      undo();
    },
  };
};
