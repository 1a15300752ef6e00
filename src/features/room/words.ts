import type { JoinState, RoomState } from "../../bindings/services";
import type { LoopView } from "../../domain/loop/loop-view";
import type { DotShape } from "../../ui/status-dot";

/** The short texts of the room and of joining one; failures have a file of their own. */

/** The room in one line, with a shape that says the same. */
export const roomLine = (room: RoomState): { readonly shape: DotShape; readonly words: string } => {
  const direct = room.peers.filter((peer) => peer.link === "direct").length;
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

/** On how many laptops this person's sealed cards are, by the one that is on fewest; empty while none is sealed. */
export const myCardsLine = (view: LoopView): string => {
  const mine = view.cards.filter((card) => card.personId === view.me?.personId);
  const laptops = mine.flatMap((card) => card.sealed.map(({ heldBy }) => heldBy.length + 1));
  if (laptops.length === 0) return "";
  const fewest = Math.min(...laptops);
  const cards = mine.filter((card) => card.sealed.length > 0).length === 1 ? "my card" : "my cards";
  return fewest === 1 ? `${cards} on 1 laptop only` : `${cards} safe on ${fewest}`;
};

export const joinWords: Record<JoinState["step"], string> = {
  connecting: "Reaching the facilitator’s laptop",
  waiting: "Waiting for the facilitator to let you in",
  admitted: "You are in",
  refused: "Not let in",
  failed: "Could not join",
};
