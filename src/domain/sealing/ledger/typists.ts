import type { DeviceId, PersonId } from "../../ids";
import type { RequiredCard } from "../../loop/plan";
import type { AuthenticEntry } from "../entries";
import type { Authority, Members } from "./members";
import { cardPlace } from "./plans";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type Typist = AuthenticEntry<"typist">;
type Envelope = AuthenticEntry<"card">;
type PlanEntry = AuthenticEntry<"plan">;

/** True for a card that another person's laptop sealed. */
export const isTypedIn = ({ body }: Pick<Envelope, "body">): boolean => body.header.typedIn !== undefined;

/** One line of revisions in a loop: what a person sealed themselves, and what was typed in for them, never follow each other. */
export const cardLine = (envelope: Pick<Envelope, "body">): string =>
  `${cardPlace(envelope.body.header)}/${isTypedIn(envelope) ? "typed" : "own"}`;

/** True where a plan has the person interview in the slot or owe a card for it. A role player's sheet is no such card. */
export const mayHaveCard = ({ slotId, personId }: RequiredCard, plans: readonly PlanEntry[]): boolean =>
  plans.some(
    ({ body: { plan } }) =>
      plan.slots.some((slot) => slot.slotId === slotId && slot.interviewers.includes(personId)) ||
      plan.required.some((card) => card.slotId === slotId && card.personId === personId),
  );

const judge = (typist: Typist, members: Authority, plans: readonly PlanEntry[]): Verdict => {
  const { personId, by, reason } = typist.body;
  if (!members.isAuthority(typist)) return refused("notTheAuthority");
  if (personId === by) return refused("typesForThemselves");
  if (reason.trim() === "") return refused("reasonMissing");
  if (plans.length === 0) return waitingFor("planMissing");
  return mayHaveCard(typist.body, plans) ? accepted : refused("owesNoCard");
};

/** Words that somebody types a card in for another, by the authority and for a card that a plan knows. */
export const judgeTypists = (
  typists: readonly Typist[],
  members: Authority,
  plans: readonly PlanEntry[],
): Sorted<Typist> => judgeEach(typists, (typist) => judge(typist, members, plans));

/** What a card that was typed in is judged by. */
export interface TypedGround {
  readonly members: Members;
  readonly typists: Sorted<Typist>;
  /** The laptops a person ever stood by. */
  readonly standsBy: (personId: PersonId) => ReadonlySet<DeviceId>;
}

/** Whether a laptop of the typist sealed this card, for this person and slot, under a word of the authority that it names. */
export const judgeTypedIn = (
  envelope: Envelope,
  hash: AuthenticEntry["hash"],
  { members, typists, standsBy }: TypedGround,
): Verdict => {
  if (typists.refused.some((typist) => typist.hash === hash)) return refused("typistRefused");
  const typist = typists.accepted.find((known) => known.hash === hash);
  if (typist === undefined) return waitingFor("typistMissing", [hash]);
  if (cardPlace(typist.body) !== cardPlace(envelope.body.header)) return refused("typistMismatch");
  // As of a card of one's own: a laptop removed later keeps what it sealed, so that no removal closes what a call opened.
  const persons = members.personsOf(envelope.deviceId);
  if (persons.size === 0) return refused("unknownDevice");
  const { by } = typist.body;
  if (!persons.has(by)) return refused("signerMismatch");
  // Who signs rosters could otherwise type in somebody's name, on a laptop that person never saw.
  return standsBy(by).has(envelope.deviceId) ? accepted : refused("laptopNotConfirmed");
};

/** Who sealed a card: its person, or who typed it in for them; null where the word that allows that is not here. */
export const sealerOf = (
  { body: { header } }: Pick<Envelope, "body">,
  { typists }: { readonly typists: readonly Typist[] },
): PersonId | null => {
  if (header.typedIn === undefined) return header.personId;
  return typists.find(({ hash }) => hash === header.typedIn?.typist)?.body.by ?? null;
};
