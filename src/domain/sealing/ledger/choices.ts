import type { Hash } from "../../ids";
import type { RequiredCard } from "../../loop/plan";
import type { AuthenticEntry } from "../entries";
import { isInScope } from "./calls";
import { containedIn } from "./chains";
import { type LaptopGround, signerFault, vouchedLaptops } from "./laptops";
import type { Members } from "./members";
import { cardPlace } from "./plans";
import { cardLine, isTypedIn } from "./typists";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type Choice = AuthenticEntry<"choice">;
type Envelope = AuthenticEntry<"card">;

export interface ChoiceGround extends LaptopGround {
  readonly members: Members;
  readonly envelopes: Sorted<Envelope>;
  readonly calls: readonly AuthenticEntry<"call">[];
}

const judgeVersions = ({ body }: Choice, envelopes: Sorted<Envelope>): Verdict => {
  const named = [body.chosen, ...body.rejected];
  if (envelopes.refused.some(({ hash }) => named.includes(hash))) return refused("envelopeRefused");
  const here = envelopes.accepted.filter(({ hash }) => named.includes(hash));
  const missing = named.filter((name) => here.every(({ hash }) => hash !== name));
  if (missing.length > 0) return waitingFor("envelopeMissing", missing);
  if (here.some((envelope) => cardPlace(envelope.body.header) !== cardPlace(body)))
    return refused("otherPersonsCard");
  // Between what they sealed and what was typed in for them no word decides: their own counts.
  if (here.some((envelope) => isTypedIn(envelope))) return refused("otherPersonsCard");
  const line = containedIn([body.chosen], envelopes.accepted);
  return body.rejected.some((hash) => line.has(hash)) ? refused("notAFork") : accepted;
};

/** A call that does not come after the choice may have opened the cards before it. */
const isAfterACall = ({ hash, body }: Choice, calls: ChoiceGround["calls"]): boolean =>
  body.knownReveals.length > 0 ||
  calls.some((call) => isInScope(call.body.scope, body) && !call.body.heads.includes(hash));

const judge = (choice: Choice, ground: ChoiceGround): Verdict => {
  const { personId } = choice.body;
  const fault = signerFault(choice, personId, ground.members);
  if (fault !== null) return fault;
  if (!vouchedLaptops(personId, ground).has(choice.deviceId)) return refused("laptopNotConfirmed");
  if (isAfterACall(choice, ground.calls)) return refused("afterTheCall");
  return judgeVersions(choice, ground.envelopes);
};

/** Choices between versions of one card, by a laptop its author stands by, before any call that opens it. */
export const judgeChoices = (choices: readonly Choice[], ground: ChoiceGround): Sorted<Choice> =>
  judgeEach(choices, (choice) => judge(choice, ground));

interface Chosen {
  readonly cards: readonly Envelope[];
  readonly choices: readonly Choice[];
}

/** The choice that counts for a card: the one no other takes back. Where two of an author's laptops chose apart, none. */
export const choiceFor = (place: RequiredCard, { choices }: Pick<Chosen, "choices">): Choice | null => {
  const here = choices.filter(({ body }) => cardPlace(body) === cardPlace(place));
  const replaced = new Set<Hash>(here.flatMap(({ body }) => body.replaces));
  const [only, ...others] = here.filter(({ hash }) => !replaced.has(hash));
  return only === undefined || others.length > 0 ? null : only;
};

/** True where the envelope is the chosen one, before it or after it in its chain. */
const isOfLine = (envelope: Envelope, chosen: Hash, cards: readonly Envelope[]): boolean =>
  containedIn([chosen], cards).has(envelope.hash) || containedIn([envelope.hash], cards).has(chosen);

/** True where the card's author chose another version. */
export const isNotChosen = (envelope: Envelope, ledger: Chosen): boolean => {
  const choice = choiceFor(envelope.body.header, ledger);
  return choice !== null && !isOfLine(envelope, choice.body.chosen, ledger.cards);
};

/** The other envelopes of the same revision in the same line. */
const rivalsOf = (envelope: Envelope, { cards }: Pick<Chosen, "cards">): readonly Envelope[] =>
  cards.filter(
    ({ hash, body }) =>
      hash !== envelope.hash &&
      body.header.revision === envelope.body.header.revision &&
      cardLine({ body }) === cardLine(envelope),
  );

/**
 * True where another version excludes this one. The author's choice settles it between laptops; one laptop that sealed a
 * revision twice has said two things, and no later word tells which it said first.
 */
export const isForked = (envelope: Envelope, ledger: Chosen): boolean => {
  const rivals = rivalsOf(envelope, ledger);
  if (rivals.length === 0) return false;
  const choice = choiceFor(envelope.body.header, ledger);
  const settled = choice !== null && isOfLine(envelope, choice.body.chosen, ledger.cards);
  return !settled || rivals.some(({ deviceId }) => deviceId === envelope.deviceId);
};
