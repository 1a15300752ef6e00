import type { Trouble } from "../../ui/error-card";

/** Every failure of the room and of joining one, in plain words. */

const nothingSent = "Nothing was sent.";
const kept = "The loop and your cards are on this laptop.";

const hosting: Readonly<Record<string, Trouble>> = {
  portTaken: {
    what: "This laptop could not open a door for the others: every port it tried is taken.",
    safe: kept,
    todo: "Close other programs that share on the network, then open the room again.",
  },
  noNetwork: {
    what: "This laptop has no network address the others could reach.",
    safe: "You can go on interviewing; everything is kept on this laptop.",
    todo: "Join the same Wi-Fi, switch on a phone’s hotspot, or connect a cable, then try again.",
  },
  listenFailed: {
    what: "The system did not let this program open a door for the others.",
    safe: kept,
    todo: "Allow Panelbook in the firewall’s settings, then open the room again.",
  },
  labelTaken: {
    what: "Another open loop on this laptop has the same four letters.",
    safe: kept,
    todo: "Close that loop’s room first, or open this one on another laptop.",
  },
  noLoopSecret: {
    what: "This laptop does not hold the loop’s secret, so it cannot let anybody in.",
    safe: kept,
    todo: "Let the laptop that planned the loop open the room.",
  },
};

const admitting: Readonly<Record<string, Trouble>> = {
  noSuchRequest: {
    what: "That laptop is no longer at the door.",
    safe: "Nothing was shared.",
    todo: "Ask them to knock again.",
  },
  left: {
    what: "That laptop left before it was inside.",
    safe: "Nothing was shared.",
    todo: "Ask them whether the six words were the same, then let them knock again.",
  },
  notConfirmed: {
    what: "Nobody on that laptop confirmed the six words in time.",
    safe: "Nothing was shared.",
    todo: "Read the six words to each other, then let them knock again.",
  },
  unusableKey: {
    what: "That laptop’s key cannot be used.",
    safe: "Nothing was shared.",
    todo: "Update Panelbook on that laptop, then let them knock again.",
  },
};

const revealing: Readonly<Record<string, Trouble>> = {
  cardsMissing: {
    what: "Not every required card is sealed.",
    safe: "Nobody’s card was opened.",
    todo: "Wait for the missing cards, or reveal early with a reason.",
  },
  notAMember: {
    what: "This laptop is not in the loop’s roster.",
    safe: "Nobody’s card was opened.",
    todo: "Let the facilitator reveal.",
  },
  planMissing: {
    what: "The plan has not arrived on this laptop yet.",
    safe: "Nobody’s card was opened.",
    todo: "Stay in the room until it is here.",
  },
};

/** A failure of the room in plain words. */
export const roomTrouble = (error: { readonly type: string }): Trouble =>
  hosting[error.type] ??
  admitting[error.type] ??
  revealing[error.type] ?? {
    what: `Something in the room failed (${error.type}).`,
    safe: "What you saved is on this laptop.",
    todo: "Try again.",
  };

const notAnInvite: Trouble = {
  what: "This is not an invite.",
  safe: nothingSent,
  todo: "Copy it again from the facilitator’s room, or type the code that is shown there.",
};

const unsafeAnswer: Trouble = {
  what: "What came back does not hold up: somebody changes what is sent, or the program there is broken.",
  safe: "Nothing was shared with it.",
  todo: "Tell the facilitator, and try over another network, a hotspot or a cable.",
};

const expired: Trouble = {
  what: "This invite is no longer the current one.",
  safe: nothingSent,
  todo: "Ask the facilitator for the one that is shown in the room now.",
};

const gone: Trouble = {
  what: "The facilitator’s room was closed while you waited.",
  safe: "Nothing was shared.",
  todo: "Ask them to open it again, then knock again.",
};

const joining: Readonly<Record<string, Trouble>> = {
  empty: notAnInvite,
  notAnInvite,
  badInvite: notAnInvite,
  damaged: {
    what: "Letters of this invite are missing or changed.",
    safe: nothingSent,
    todo: "Copy all of it again from the facilitator’s room.",
  },
  badTypedCode: {
    what: "This code cannot be right.",
    safe: nothingSent,
    todo: "Compare it with the facilitator’s screen: an address, a stroke, four letters.",
  },
  badName: {
    what: "The name cannot be used.",
    safe: nothingSent,
    todo: "Write it as the facilitator knows you.",
  },
  expired,
  inviteExpired: expired,
  noNetwork: {
    what: "This laptop is in no network.",
    safe: nothingSent,
    todo: "Join the same Wi-Fi as the facilitator, a phone’s hotspot, or connect a cable.",
  },
  unreachable: {
    what: "The facilitator’s laptop does not answer at the address in the invite.",
    safe: nothingSent,
    todo: "Check that both laptops are on the same network. If guest Wi-Fi keeps laptops apart, use a hotspot or a cable.",
  },
  notPanelbook: {
    what: "Something answers at this address, but it is not Panelbook.",
    safe: nothingSent,
    todo: "Compare the address with the facilitator’s screen.",
  },
  notTheHost: {
    what: "Another laptop answers at this address: its key is not the one in the invite.",
    safe: "Nothing was sent to it.",
    todo: "Compare the invite with the facilitator’s screen, and tell them that somebody else answers.",
  },
  thisLaptop: {
    what: "This invite leads back to this laptop.",
    safe: "The loop is already here.",
    todo: "Go to the loops.",
  },
  noSuchLoop: {
    what: "That laptop has no open loop with these four letters.",
    safe: nothingSent,
    todo: "Check the four letters with the facilitator.",
  },
  denied: {
    what: "The facilitator did not let this laptop in.",
    safe: "Nothing was shared.",
    todo: "Talk to the facilitator, then knock again.",
  },
  tooMany: {
    what: "Too many laptops wait at that door.",
    safe: nothingSent,
    todo: "Wait until the facilitator has let some in, then knock again.",
  },
  timedOut: {
    what: "Nobody answered at the door.",
    safe: "Nothing was shared.",
    todo: "Tell the facilitator that you are waiting, then knock again.",
  },
  replaced: {
    what: "This laptop knocked a second time, and the first request was dropped.",
    safe: "Nothing was shared.",
    todo: "Wait at the other request, or knock again.",
  },
  updateFirst: {
    what: "The facilitator’s laptop speaks a newer version.",
    safe: nothingSent,
    todo: "Update Panelbook on this laptop first.",
  },
  hostMustUpdate: {
    what: "The facilitator’s laptop speaks an older version.",
    safe: nothingSent,
    todo: "Ask the facilitator to update Panelbook.",
  },
  hostStopped: gone,
  hostGone: gone,
  badAnswer: unsafeAnswer,
  badMessage: unsafeAnswer,
  wrapDoesNotOpen: unsafeAnswer,
  otherSecret: unsafeAnswer,
  notStored: {
    what: "The loop could not be kept on this laptop.",
    safe: "Nothing else was changed.",
    todo: "Free some disk space, then knock again.",
  },
};

/** A failure on the way into somebody else's loop, in plain words. */
export const joinTrouble = (error: { readonly type: string }): Trouble =>
  joining[error.type] ?? {
    what: `Joining failed (${error.type}).`,
    safe: "What is on this laptop is unchanged.",
    todo: "Try again.",
  };
