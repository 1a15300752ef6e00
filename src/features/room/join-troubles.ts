import { actTrouble } from "../../bindings/act-trouble";
import type { JoinCode } from "../../bindings/failure-codes";
import type { Trouble } from "../../ui/error-card";

/** Every failure on the way into somebody else's loop, in plain words. */

const nothingSent = "Nothing was sent.";

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

/** What is wrong with a code that was typed, by its part. */
const typedParts: Readonly<Record<string, string>> = {
  address:
    "An address has four numbers with dots between them, such as 192.168.10.4; a laptop’s name works too.",
  port: "The number after the colon is at most 65535.",
  label: "After the address stand a stroke and the loop’s four letters, such as /K7QX.",
};

const badTypedCode = (part: string): Trouble => ({
  what: "This code cannot be right.",
  safe: nothingSent,
  todo: `Compare it with the facilitator’s screen: an address, a stroke, four letters. ${typedParts[part] ?? ""}`,
});

const joining: Readonly<Record<Exclude<JoinCode, "badTypedCode">, Trouble>> = {
  empty: notAnInvite,
  notAnInvite,
  damaged: {
    what: "Letters of this invite are missing or changed.",
    safe: nothingSent,
    todo: "Copy all of it again from the facilitator’s room.",
  },
  badName: {
    what: "The name cannot be used.",
    safe: nothingSent,
    todo: "Write it as the facilitator knows you.",
  },
  badDeviceLabel: {
    what: "What this laptop is called cannot be used.",
    safe: nothingSent,
    todo: "Give it a shorter name in the settings.",
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
  hostFailed: {
    what: "The facilitator’s laptop could not hand the loop over.",
    safe: "Nothing was shared.",
    todo: "Tell the facilitator, then knock again.",
  },
  bug: {
    what: "The program made a mistake on the way in.",
    safe: "What is on this laptop is unchanged.",
    todo: "Restart the program, then knock again.",
  },
  hostStopped: gone,
  hostGone: gone,
  badAnswer: unsafeAnswer,
  badMessage: unsafeAnswer,
  wrapDoesNotOpen: unsafeAnswer,
  otherSecret: unsafeAnswer,
  nameNotFound: {
    what: "Nobody on this network knows a laptop of this name.",
    safe: "Nothing was sent but the question for the name.",
    todo: "Type the address from the facilitator’s screen in place of the name.",
  },
  notReadable: {
    what: "The file could not be read.",
    safe: nothingSent,
    todo: "Check that it is still there, or paste the invite’s text.",
  },
  notText: {
    what: "This file is not an invite: it holds no text.",
    safe: nothingSent,
    todo: "Open the file the facilitator saved, ending in .pbinvite.",
  },
  tooLarge: {
    what: "This file is far too large for an invite.",
    safe: nothingSent,
    todo: "Open the file the facilitator saved, ending in .pbinvite.",
  },
  wordsDiffer: {
    what: "The six words differ: another laptop than the facilitator’s may have answered.",
    safe: "This laptop left the door at once; nothing was taken and nothing but your name was told.",
    todo: "Compare the address with the facilitator’s screen, or ask for the whole invite as a file or on paper, then knock again.",
  },
  notStored: {
    what: "The loop could not be kept on this laptop.",
    safe: "Nothing else was changed.",
    todo: "Free some disk space, then knock again.",
  },
};

const known: Readonly<Record<string, Trouble>> = joining;

/** A failure on the way into somebody else's loop, in plain words; what keeping it fails of is a failure of the store. */
export const joinTrouble = (error: { readonly type: string; readonly part?: unknown }): Trouble => {
  if (error.type === "badTypedCode") return badTypedCode(String(error.part));
  const said = { what: "The loop could not be kept on this laptop", safe: "Nothing else was changed." };
  return known[error.type] ?? actTrouble(error, said);
};
