import type { RefusalCodes } from "../../bindings/refusal-codes";
import type { RefusalSource } from "../../domain/loop/refusals";

/** Why something was refused, to stand after what it was, and what a person can do about it. */
export interface Reason {
  readonly why: string;
  readonly todo: string;
}

const talk = "Ask whose laptop it is what happened there.";
const watch = "If it goes on, find out who is on this network besides the panel.";
const update = "Update Panelbook on the older laptop.";
const sealAgain = "Let its author seal the card again on the laptop the roster knows.";

const forged = (why: string): Reason => ({ why, todo: `It changed nothing. ${talk}` });
const damaged = (why: string): Reason => ({ why, todo: `It changed nothing. ${watch}` });
const notWhole: Reason = damaged("it is no whole entry");

const entry: Readonly<Record<RefusalCodes["entry"], Reason>> = {
  otherLoop: forged("it belongs to another loop"),
  protocolOlder: { why: "it is of an older protocol than the loop’s", todo: update },
  updateFirst: { why: "it is of a newer version than this one", todo: "Update Panelbook on this laptop." },
  charterNotItsFounders: forged("the loop was not founded by who signed it"),
  secondCharter: forged("the loop has another beginning"),
  charterAmbiguous: forged("two beginnings of the loop exclude each other"),
  notTheAuthority: forged("only the person in charge may sign that"),
  versionOutOfOrder: forged("its number does not follow the one before"),
  previousRefused: forged("it builds on something refused"),
  rosterInvalid: forged("the roster contradicts itself"),
  facilitatorMissing: forged("the facilitator is missing from it"),
  deviceChanged: forged("it gives a laptop to another person, or another key"),
  generationNotRaised: forged("it removes a laptop and leaves it the loop’s secret"),
  rosterRefused: forged("the roster it speaks of is refused"),
  wrapsMismatch: forged("its secrets are not for the laptops of the roster"),
  planInvalid: forged("the plan contradicts itself"),
  weightsFrozen: forged("it changes weights that are fixed"),
  escrowHolderOwesCard: forged("it asks a card of the person who keeps the keys"),
  reasonMissing: forged("it gives no reason and needs one"),
  unknownDevice: forged("no laptop of the roster signed it"),
  otherPersonsCard: forged("it is another person’s card"),
  typesForThemselves: forged("nobody types a card in for themselves"),
  typistRefused: forged("the word that lets somebody else type it in is refused"),
  typistMismatch: forged("the word that lets somebody type a card in is about another card"),
  unknownSlot: forged("the plan has no such slot"),
  otherKit: { why: "it is made with another role kit", todo: sealAgain },
  revisionOutOfOrder: { why: "it does not follow the revision before", todo: sealAgain },
  callerMismatch: forged("the caller is not who signed"),
  scopeNotAllowed: forged("this loop is revealed as a whole"),
  callContradictsItself: forged("it says that all cards are in and names missing ones"),
  cardsMissing: forged("cards are missing that it says are in"),
  callOmitsCards: forged("it leaves out cards that are owed"),
  callRefused: forged("the call it rests on is refused"),
  envelopeRefused: forged("the card it opens is refused"),
  outOfScope: forged("no call opens that card"),
  notTheReleaser: forged("only the card’s author may open it"),
  otherDevicesLog: forged("it goes on with another laptop’s log"),
  kindNotInProtocol: { why: "this loop’s protocol has no such entry", todo: update },
  notADeputy: forged("only a deputy may take over"),
  signerMismatch: forged("who it names is not who signed"),
  removedBefore: forged("the laptop had been removed before"),
  notAnotherLaptop: forged("a laptop vouches for itself"),
  laptopNotConfirmed: forged("the person it speaks for never vouched for the laptop"),
  notAFork: forged("what it chooses between does not exclude each other"),
  afterTheCall: forged("it was chosen after the cards were called"),
  notTheEscrow: forged("only who keeps the keys may break the glass"),
  ownWitness: forged("the witness is who asks"),
  mayNotComment: forged("only hiring managers, the person in charge and the card’s author comment on a card"),
  threadRefused: forged("the comment it belongs to is refused"),
  threadMismatch: forged("it does not belong to the thread it names"),
  tooManyWords: forged(
    "it is one more than 300 of a person, 2,000 of the loop, or 20 of a person under one decision",
  ),
  decisionRefused: forged("the decision it speaks of is refused"),
  breakGlassRefused: forged("the break of glass it rests on is refused"),
  notARolePlayer: forged("the plan gives its signer no role in the slot"),
  owesNoCard: forged("it is for somebody who owes no card in the slot"),
  ownCardMissing: forged("it opens a role player’s sheet to somebody who had not sealed their own card"),
  loopEnded: forged("the loop was ended before, or beside it"),
  entryInvalid: notWhole,
  unknownKind: { why: "this version does not know such an entry", todo: "Update Panelbook on this laptop." },
  tooLarge: damaged("it is larger than any entry"),
  weakKey: forged("its key could have been made by anybody"),
  badSignature: forged("its signature is not right: it was forged or changed"),
  bodyInvalid: forged("what it says has no sense"),
  deviceIdMismatch: forged("it names another laptop than the one that signed"),
  loneSurrogate: notWhole,
  notJson: notWhole,
  tooDeep: notWhole,
  prototypeKey: notWhole,
  notCanonical: notWhole,
  unknownFormat: notWhole,
  notUtf8: notWhole,
  otherHash: forged("it stands under the name of another entry"),
};

const connection: Readonly<Record<RefusalCodes["connection"], Reason>> = {
  tooLarge: damaged("larger than any message of a loop"),
  notAFrame: damaged("not of this program"),
  newerVersion: { why: "of a newer version than this one", todo: "Update Panelbook on this laptop." },
  doesNotOpen: damaged("the loop’s key does not open it: a stranger, or a laptop that was removed"),
  reflected: damaged("this laptop’s own words came back"),
  otherDevice: damaged("one connection spoke for two laptops"),
  malformed: damaged("no message of a loop"),
  garbledSignal: damaged("a laptop that introduces the others said what is no message of this program"),
  badSignal: damaged("sealed with the loop’s password, and nothing by which laptops meet"),
  tooManyStructs: damaged("made to fill the memory"),
  foreignName: damaged("it touches what is no part of a loop"),
  foreignContent: damaged("it holds what a loop never holds"),
  noteTooLong: damaged("it fills a debrief note with more than any panel writes"),
  notAnUpdate: damaged("no change that could be applied"),
  muted: {
    why: "so much was refused that this connection is no longer listened to",
    todo: `It is heard again when it connects anew. ${talk}`,
  },
};

const vanished: Readonly<Record<RefusalCodes["vanished"], Reason>> = {
  vanished: { why: "it was put back", todo: talk },
  vanishedAgain: {
    why: "it was taken out again and again, and is kept on this laptop only",
    todo: `Keep this laptop on. ${talk}`,
  },
  putBackElsewhere: { why: "it put it back, and signed that it did", todo: watch },
};

const onDisk: Reason = {
  why: "it stays where it is and was left out",
  todo: "Stay in the room: the others’ laptops bring what is missing.",
};
const disk: Readonly<Record<RefusalCodes["disk"], Reason>> = {
  tooShort: onDisk,
  unknownFormat: onDisk,
  checksum: onDisk,
  notAnUpdate: onDisk,
  unreadable: onDisk,
};

const undone = (why: string): Reason => ({ why: `${why}; it was undone`, todo: talk });
const sharedText: Readonly<Record<RefusalCodes["sharedText"], Reason>> = {
  handOffChanged: undone("a hand-off was changed or taken out"),
  markDamaged: undone("a mark of what was asked was taken out or spoiled"),
  kitPartChanged: undone("a part of the role kit was changed or taken out"),
  markInAnothersName: undone(
    "it said what you asked, or how far your card is, and only this laptop knows that",
  ),
  notesEmptied: undone("several debrief notes were emptied at once"),
};

/** The words of every code, by where it happened; a new code without words does not compile. */
export const refusalReasons: {
  readonly [Source in RefusalSource]: Readonly<Record<RefusalCodes[Source], Reason>>;
} = { entry, connection, vanished, disk, sharedText };
