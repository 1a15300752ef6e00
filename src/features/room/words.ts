import { deliveryLamp } from "../../bindings/delivery-lamp";
import type { JoinState, RoomState } from "../../bindings/services";
import { expectedCard, howFar } from "../../domain/loop/completeness";
import type { LoopView } from "../../domain/loop/loop-view";
import type { DotShape } from "../../ui/status-dot";

/** The short texts of the room and of joining one; failures have a file of their own. */

/** The room in one line, with a shape that says the same. */
export const roomLine = (room: RoomState): { readonly shape: DotShape; readonly words: string } => {
  const direct = room.peers.filter((peer) => peer.link !== "connecting").length;
  switch (room.connection) {
    case "together":
      return direct === 0
        ? { shape: "empty", words: "alone" }
        : { shape: "full", words: `${direct + 1} laptops together` };
    case "connecting":
      return { shape: "half", words: "connecting" };
    case "unreachable":
      return { shape: "bang", words: "nobody reachable" };
    case "alone":
      return { shape: "empty", words: "alone" };
  }
};

/** How safe this person's sealed cards are, by the one that is worst off; empty while none is sealed. */
export const myCardsLine = (view: LoopView): string => {
  const mine = view.cards.filter((card) => card.personId === view.me?.personId && card.sealed.length > 0);
  const cards = mine.length === 1 ? "my card" : "my cards";
  const worst = mine
    .map(expectedCard)
    .toSorted((left, right) => howFar.indexOf(left.delivery) - howFar.indexOf(right.delivery))[0];
  return worst === undefined ? "" : `${cards} ${deliveryLamp(worst, true).words}`;
};

export const joinWords: Record<JoinState["step"], string> = {
  connecting: "Reaching the facilitator’s laptop",
  waiting: "Waiting for the facilitator to let you in",
  admitted: "You are in",
  refused: "Not let in",
  failed: "Could not join",
};
