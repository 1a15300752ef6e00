import { actTrouble } from "../../bindings/act-trouble";
import type { Failure } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";
import { unreachableTrouble } from "./ways";

/** Every failure of the room, in plain words. */

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

const saving: Readonly<Record<string, Trouble>> = {
  diskFull: {
    what: "The disk is full; the invite was not saved.",
    safe: kept,
    todo: "Free some space or choose another folder, or copy the invite’s text.",
  },
  notWritable: {
    what: "That folder cannot be written to.",
    safe: kept,
    todo: "Choose another folder, or copy the invite’s text.",
  },
  folderMissing: {
    what: "That folder is gone.",
    safe: kept,
    todo: "Choose another folder, or copy the invite’s text.",
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

const choosing: Readonly<Record<string, Trouble>> = {
  afterTheCall: {
    what: "The cards were revealed before you said which version counts.",
    safe: "Both versions are kept and shown; neither counts as independent.",
    todo: "Tell the panel in the debrief which one you stand by.",
  },
  laptopNotConfirmed: {
    what: "Your first laptop has not said that this one is yours.",
    safe: "Nothing was signed.",
    todo: "Do it on your first laptop, or compare the six words there.",
  },
  noWitness: {
    what: "No other person’s laptop holds your reason yet.",
    safe: "The card stays closed.",
    todo: "Get into one room with a colleague’s laptop, then try again.",
  },
  notForThisDevice: {
    what: "That card was sealed before this laptop was in the loop, so escrow has no key to it.",
    safe: "The card stays closed.",
    todo: "Wait for its author’s laptop.",
  },
};

const takingOver: Readonly<Record<string, Trouble>> = {
  notADeputy: {
    what: "Only a deputy named when the loop was made can take over.",
    safe: "Nothing was signed.",
    todo: "Ask a deputy to take over on their laptop.",
  },
  kindNotInProtocol: {
    what: "This loop was made by an older version, which knows no taking over.",
    safe: "Nothing was signed, and every card is kept.",
    todo: "Wait for the facilitator’s laptop.",
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

/** What this laptop's own disk does not do for the loop. */
const keeping: Readonly<Record<string, Trouble>> = {
  diskFull: {
    what: "The disk of this laptop is full: what happens in the loop now is not saved.",
    safe: "Everything before is saved, and what comes now stays in this window.",
    todo: "Free some space and leave the program open; it tries again every few seconds and saves by itself.",
  },
  storeClosed: {
    what: "The database of this laptop was closed: what happens in the loop now is not saved.",
    safe: "Everything before is saved, and what comes now stays in this window.",
    todo: "Leave the program open; it opens the database again by itself. If this stays, restart the program.",
  },
  accessFailed: {
    what: "The database of this laptop did not take what happened in the loop.",
    safe: "Everything before is saved, and what comes now stays in this window.",
    todo: "Restart the program before you write more.",
  },
  recordsDamaged: {
    what: "Some of what this laptop kept of the loop is damaged on its disk.",
    safe: "It was left out and kept apart; everything else is here.",
    todo: "Join the room: what a colleague’s laptop holds comes back by itself.",
  },
};

/** Whether this laptop still belongs to the loop, and has all of it. */
const belonging: Readonly<Record<string, Trouble>> = {
  removed: {
    what: "This laptop was taken out of the loop.",
    safe: "What is on it stays readable here, and what it sealed stays with the panel.",
    todo: "If that was a mistake, ask the facilitator to let it in again.",
  },
  behind: {
    what: "The others hold something of this loop that this laptop does not have, as after an older backup.",
    safe: "Nothing was signed, and nothing the others hold is lost.",
    todo: "Stay in the room; it arrives by itself. Then do it again.",
  },
  wrapDoesNotOpen: {
    what: "Somebody was taken out of the loop, and the new secret does not open on this laptop.",
    safe: kept,
    todo: "Ask the facilitator to let this laptop in again.",
  },
};

/** A failure of the room in plain words. */
export const roomTrouble = (error: Failure): Trouble =>
  error.type === "nobodyReachable" ? unreachableTrouble(error) : wordedTrouble(error);

const wordedTrouble = (error: Failure): Trouble =>
  hosting[error.type] ??
  admitting[error.type] ??
  saving[error.type] ??
  choosing[error.type] ??
  takingOver[error.type] ??
  revealing[error.type] ??
  keeping[error.type] ??
  belonging[error.type] ??
  actTrouble(error, { what: "That could not be done", safe: "What you saved is on this laptop." });
