import type { JoinState, RoomState } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";
import type { DotShape } from "../../ui/status-dot";

/** Every text of the room and of joining one. */

const troubles: Readonly<Record<string, Trouble>> = {
  portTaken: {
    what: "This laptop could not open a door for the others: every port it tried is taken.",
    safe: "The loop and your cards are on this laptop.",
    todo: "Close other programs that share on the network, then open the room again.",
  },
  noNetwork: {
    what: "This laptop has no network address the others could reach.",
    safe: "You can go on interviewing; everything is kept on this laptop.",
    todo: "Join the same Wi-Fi, switch on a phone's hotspot, or connect a cable, then try again.",
  },
  unreachable: {
    what: "The facilitator's laptop does not answer at the address in the invite.",
    safe: "Nothing was sent.",
    todo: "Check that both laptops are on the same network. If guest Wi-Fi keeps laptops apart, use a hotspot or a cable.",
  },
  badInvite: {
    what: "This is not a whole invite.",
    safe: "Nothing was sent.",
    todo: "Copy it again from the facilitator's room, or type the code that is shown there.",
  },
  expired: {
    what: "This invite has expired.",
    safe: "Nothing was sent.",
    todo: "Ask the facilitator for the current one.",
  },
  notTheHost: {
    what: "Another laptop answers at this address: its key is not the one in the invite.",
    safe: "Nothing was sent to it.",
    todo: "Compare the invite with the facilitator's screen, and tell them that somebody else answers.",
  },
  noSuchLoop: {
    what: "That laptop has no open loop with this label.",
    safe: "Nothing was sent.",
    todo: "Check the four letters with the facilitator.",
  },
  denied: {
    what: "The facilitator did not let this laptop in.",
    safe: "Nothing was shared.",
    todo: "Talk to the facilitator, then try again.",
  },
  updateFirst: {
    what: "The facilitator's laptop speaks a newer version.",
    safe: "Nothing was sent.",
    todo: "Update Panelbook on this laptop first.",
  },
  cardsMissing: {
    what: "Not every required card is sealed.",
    safe: "Nobody's card was opened.",
    todo: "Wait for the missing cards, or reveal early with a reason.",
  },
};

/** A failure of the room in plain words. */
export const roomTrouble = (error: { readonly type: string }): Trouble =>
  troubles[error.type] ?? {
    what: `Something in the room failed (${error.type}).`,
    safe: "What you saved is on this laptop.",
    todo: "Try again.",
  };

/** The room in one line, with a shape that says the same. */
export const roomLine = (room: RoomState): { readonly shape: DotShape; readonly words: string } => {
  const direct = room.peers.filter((peer) => peer.link === "direct").length;
  switch (room.connection) {
    case "together":
      return { shape: "full", words: direct === 0 ? "alone" : `${direct + 1} laptops together` };
    case "connecting":
      return { shape: "half", words: "connecting" };
    case "unreachable":
      return { shape: "bang", words: "nobody reachable" };
    case "alone":
      return { shape: "empty", words: "alone" };
  }
};

export const joinWords: Record<JoinState["step"], string> = {
  connecting: "Reaching the facilitator's laptop",
  waiting: "Waiting for the facilitator to let you in",
  admitted: "You are in",
  refused: "Not let in",
  failed: "Could not join",
};
