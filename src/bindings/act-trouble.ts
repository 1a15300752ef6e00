import type { SignFailure, VaultFailure } from "../../electron/contract/vault";
import type { PlanChangeRefusal } from "../domain/loop/day/plan-change";
import type { EntryRefusal } from "../domain/sealing/authenticate";
import type { CallRefusal } from "../domain/sealing/call";
import type { SealRefusal } from "../domain/sealing/envelope";
import type { LedgerRefusal, WaitingReason } from "../domain/sealing/ledger/verdict";
import type { ForkedCard } from "../domain/sealing/next-revision";
import type { TypeInRefusal, TypistRefusal } from "../domain/sealing/type-in";
import type { StoreFailure } from "../store/failure";

/** What an act of a loop says of itself beside the codes of the ledger, the vault and the store. */
type OwnCode =
  | "amendReasonMissing"
  | "behalfReasonMissing"
  | "overallMissing"
  | "evidenceMissing"
  | "notAMember"
  | "notRevealed"
  | "unknownPerson"
  | "ownLaptop"
  | "unknownLevel"
  | "candidateMissing"
  | "unknownLoop"
  | "nameTaken"
  | "nameMissing"
  | "notEnded"
  | "notAuthenticated"
  | "closed"
  | "removed"
  | "noLoopSecret"
  | "destroyed";

/** Every code that sealing, revealing, deciding, admitting, planning and opening a loop can answer with. */
export type ActCode =
  | OwnCode
  | LedgerRefusal
  | WaitingReason
  | EntryRefusal["type"]
  | CallRefusal["type"]
  | PlanChangeRefusal["type"]
  | ForkedCard["type"]
  | TypeInRefusal["type"]
  | TypistRefusal["type"]
  | SealRefusal["type"]
  | SignFailure["type"]
  | VaultFailure["type"]
  | StoreFailure["type"];

interface Words {
  /** Why it failed, to stand after a colon. */
  readonly reason: string;
  readonly todo: string;
}

const words = (reason: string, todo: string): Words => ({ reason, todo });

const wait = "Stay in the room until a colleague’s laptop has brought it, then try again.";
const ask = "Ask the person in charge of the loop.";
const restart = "Restart the program; if it stays, leave the data where it is and ask for help.";
const update = "Update Panelbook on this laptop.";
const again = "Try again. If it stays, restart the program.";
const outdated = words(
  "somebody changed it at the same moment",
  "Look at what is there now, then try again.",
);
const ours = words("this laptop would not accept it from anybody else either", again);
const keys = words("the keys of this laptop could not be used", restart);

const acts: Readonly<Record<ActCode, Words>> = {
  // What a person can set right at once.
  amendReasonMissing: words(
    "a later version says why it replaces the one before",
    "Write the reason, then seal again.",
  ),
  behalfReasonMissing: words(
    "who types a card in for somebody else says why",
    "Write the reason, then seal again.",
  ),
  typesForThemselves: words("whose card it is types it in anyway", "Choose somebody else."),
  ownCardThere: words(
    "its author has sealed a card of their own",
    "Theirs counts; let them change it with a new revision where it has to be.",
  ),
  ownCardsOpen: words(
    "who types in a colleague’s card knows it, and you have cards of your own that are not sealed",
    "Seal your own cards first, or let somebody type it in who has none.",
  ),
  notTheTypist: words("nobody in charge of the loop said that you type in this card", ask),
  overallMissing: words("the card has no overall call", "Choose a call, or say why there is no decision."),
  evidenceMissing: words(
    "this panel agreed that a rating needs evidence, and one has none",
    "Tick what you saw or write a line under every rating, then seal again.",
  ),
  reasonMissing: words("it needs a reason", "Write the reason, then try again."),
  cardsMissing: words(
    "not every required card is sealed",
    "Wait for the missing cards, or reveal early with a reason.",
  ),
  notRevealed: words("the cards are not revealed yet", "Go to the room; the person in charge reveals."),
  candidateMissing: words(
    "the candidate is no longer on this laptop",
    "Choose another candidate, or add this one again.",
  ),
  unknownLevel: words("the role kit has no such level any more", "Choose the level again."),
  forkedCard: words(
    "two of your laptops sealed this card apart from each other",
    "Go to the room and say which of the two versions goes on.",
  ),
  diskFull: words(
    "the disk of this laptop is full",
    "Free some space and leave the program open; then try again.",
  ),
  // Who may not.
  notTheAuthority: words("only the laptop of the person in charge may do that", ask),
  notAMember: words("this laptop is not in the loop’s roster", ask),
  unknownDevice: words("this laptop is not in the loop’s roster", ask),
  removed: words("this laptop was taken out of the loop", ask),
  removedBefore: words("this laptop was taken out of the loop", ask),
  weightsFrozen: words(
    "the weights were fixed before the first interview",
    "Leave the weights as they are; say in the debrief what you would weigh otherwise.",
  ),
  unknownPerson: words("that person is not in the loop’s roster", "Choose a person of the panel."),
  ownLaptop: words("that is the laptop you are at", "Choose another laptop."),
  otherPersonsCard: words("the card belongs to another person", "Open your own card in the room."),
  notADeputy: words("only a deputy may take over", ask),
  notTheReleaser: words("only the card’s author may open it", ask),
  notTheEscrow: words("only who keeps the keys may do that", ask),
  escrowHolderOwesCard: words(
    "who keeps the keys may not owe a card",
    "Choose another person for one of the two.",
  ),
  mayNotComment: words(
    "only hiring managers and the person in charge comment on cards, and a card’s author answers",
    ask,
  ),
  tooManyWords: words(
    "one person is heard 300 times in a loop and everybody together 2,000 times",
    "Say it in the panel’s own note on the item instead.",
  ),
  ownWitness: words("nobody can be a witness of what they do themselves", "Ask a colleague to bear witness."),
  callerMismatch: words("this laptop belongs to another person", ask),
  laptopNotConfirmed: words(
    "you have not vouched for this laptop on your first one",
    "Confirm it there, then try again.",
  ),
  notAnotherLaptop: words(
    "that laptop is not another one of yours",
    "Choose a laptop that the roster gives to you.",
  ),
  // What has not arrived.
  charterMissing: words("the loop’s beginning has not arrived on this laptop", wait),
  rosterMissing: words("the loop’s roster has not arrived on this laptop", wait),
  facilitatorMissing: words(
    "the roster would be left without its facilitator",
    "Keep the facilitator’s laptop in it.",
  ),
  planMissing: words("the plan has not arrived on this laptop", wait),
  previousMissing: words("the version before has not arrived on this laptop", wait),
  cardsNotHere: words("cards it speaks of have not arrived on this laptop", wait),
  callMissing: words("the call to reveal has not arrived on this laptop", wait),
  envelopeMissing: words("the card has not arrived on this laptop", wait),
  laptopMissing: words("the laptop it speaks of is not known here yet", wait),
  breakGlassMissing: words("what it bears witness to has not arrived on this laptop", wait),
  typistMissing: words("the word that lets somebody type it in has not arrived on this laptop", wait),
  commentMissing: words("the thread it belongs to has not arrived on this laptop", wait),
  decisionMissing: words("the decision has not arrived on this laptop", wait),
  noLoopSecret: words("this laptop does not hold the loop’s secret", "Ask to be let in again."),
  // What changed meanwhile.
  versionOutOfOrder: outdated,
  revisionOutOfOrder: outdated,
  previousRefused: outdated,
  afterTheCall: words("the cards have been called meanwhile", "Talk about it in the debrief."),
  notAFork: words("there are no two versions any more", "Look at the board: one of them counts."),
  unknownSlot: words("the plan has no such slot any more", "Go back to the room and choose your slot there."),
  otherKit: words("the loop goes by another version of the role kit", "Close the loop and open it again."),
  otherLoop: words("it belongs to another loop", "Go back to the list of loops and open the right one."),
  unknownLoop: words("this laptop does not hold that loop", "Go back to the list of loops."),
  closed: words("the loop was closed meanwhile", "Open it again."),
  destroyed: words("its key was deleted on purpose", "This cannot be undone."),
  loopEnded: words(
    "the loop was ended: the candidate withdrew or it was cancelled",
    "Its cards stay sealed. Take the ending back first if it was a mistake.",
  ),
  // What a change of the plan runs into.
  slotCancelled: words("the slot was called off before", "Choose another slot."),
  unknownBreak: words("the plan has no such break any more", "Look at the plan again."),
  breakInvalid: words("a break needs a name, a day and time, and at most 600 minutes", "Look at it again."),
  weightInvalid: words("a weight is a number from 0 to 100", "Look at the weights again."),
  minutesOutOfRange: words("so many minutes make no slot", "Give whole minutes, at most 600."),
  pastMidnight: words("a slot would begin on the next day", "Put off by less, or move that slot first."),
  notATime: words("that is no day and time", "Give the day and the time."),
  notInTheSlot: words("that person is not in the slot", "Look at the plan; somebody may have changed it."),
  alreadyInTheSlot: words("that person is in the slot already", "Choose another person."),
  mayNotScore: words("that person’s hat owes no card", "Choose somebody who scores."),
  nothingChanges: words("the plan says that already", "Change something, or leave it."),
  nameTaken: words(
    "somebody of the panel has that name, perhaps written otherwise",
    "Choose them from the list, or add something that tells the two apart.",
  ),
  nameMissing: words("the person has no name", "Write the name."),
  notEnded: words("the loop is not ended", "Look at the room again."),
  // What does not fit together.
  planInvalid: words("the plan contradicts itself", "Check its slots and whose cards are required."),
  rosterInvalid: words("the roster contradicts itself", again),
  deviceChanged: words("that laptop is known under another person or key", "Let them join as who they were."),
  generationNotRaised: ours,
  rosterRefused: ours,
  wrapsMismatch: ours,
  scopeNotAllowed: words("this loop is revealed as a whole", "Reveal the loop."),
  callContradictsItself: ours,
  callOmitsCards: words("cards arrived that it leaves out", "Try again."),
  callRefused: ours,
  envelopeRefused: ours,
  outOfScope: ours,
  otherDevicesLog: ours,
  breakGlassRefused: ours,
  notARolePlayer: ours,
  owesNoCard: words("the plan has no card of theirs for this slot", "Choose a card of the plan."),
  typistRefused: ours,
  typistMismatch: ours,
  ownCardMissing: ours,
  decisionRefused: ours,
  threadRefused: ours,
  threadMismatch: ours,
  signerMismatch: ours,
  charterNotItsFounders: ours,
  secondCharter: ours,
  charterAmbiguous: words("two beginnings of the loop exclude each other", ask),
  notAuthenticated: ours,
  entryInvalid: ours,
  unknownKind: ours,
  weakKey: ours,
  badSignature: ours,
  bodyInvalid: ours,
  deviceIdMismatch: ours,
  loneSurrogate: words("a text holds half a character", "Remove what was pasted last, then try again."),
  notJson: ours,
  tooDeep: ours,
  prototypeKey: ours,
  notCanonical: ours,
  tooLarge: words("it is longer than a signed entry may be", "Shorten the longest notes, then try again."),
  kindNotInProtocol: words("the loop was made by an older version that knows nothing of it", ask),
  protocolOlder: words("the loop speaks an older protocol", update),
  updateFirst: words("the loop speaks a newer protocol than this program", update),
  cardInvalid: words("the card on this laptop does not fit the plan", "Close the loop and open it again."),
  cardTooLarge: words(
    "the card is longer than a sealed card may be",
    "Shorten the longest notes, then seal again.",
  ),
  ownDeviceMissing: ours,
  recipientKeyInvalid: words("the key of a laptop in the roster cannot be used", ask),
  // What this laptop itself cannot do.
  vaultDamaged: keys,
  deviceKeyMissing: keys,
  keyStoreRefuses: keys,
  locked: words("this laptop was locked", "Unlock it, then try again."),
  vaultNotWritable: keys,
  otherDevice: keys,
  kindNotSignable: ours,
  storeClosed: words(
    "the store of this laptop was closed",
    "Leave the program open; it opens the store again by itself.",
  ),
  newerData: words("it was stored by a newer version of Panelbook", "Install the newer version."),
  openFailed: words("the store of this laptop does not open", restart),
  migrationFailed: words("what an older version stored could not be carried over", restart),
  accessFailed: words("the store of this laptop did not answer", restart),
  keyUnavailable: words("the key that opens it is not available on this laptop", restart),
  invalidValue: words("a value does not fit", "Change what you typed, then try again."),
  unreadable: words("what is stored is damaged", "Join the room: the others’ laptops bring what is missing."),
  notFound: words("it is not on this laptop", "Go back to the list."),
  alreadyThere: words("it is already on this laptop", "Open the one that is there."),
};

/** Every code that has words; a code of an act without them does not compile. */
export const wordedActs: ReadonlySet<string> = new Set(Object.keys(acts));

const known: Readonly<Record<string, Words>> = acts;

/** The failure of an act in words: what failed and why, what is safe, what to do. */
export const actTrouble = (
  error: { readonly type: string },
  said: { readonly what: string; readonly safe: string },
): { readonly what: string; readonly safe: string; readonly todo: string } => {
  const found = wordedActs.has(error.type) ? known[error.type] : undefined;
  const { reason, todo } = found ?? words(`an unexpected failure (${error.type})`, again);
  return { what: `${said.what}: ${reason}.`, safe: said.safe, todo };
};
