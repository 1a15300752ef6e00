import type { DeviceId, PersonId } from "../ids";
import type { RequiredCard } from "../loop/plan";
import { err, ok, type Result } from "../result";
import type { AuthenticEntry } from "./entries";
import { vouchedLaptops } from "./ledger/laptops";
import type { LoopLedger } from "./ledger/ledger";
import { cardPlace } from "./ledger/plans";
import { isTypedIn, mayHaveCard } from "./ledger/typists";
import { type TypedIn, typistSince } from "./typist-entry";

type Envelope = AuthenticEntry<"card">;

/** What each person sealed themselves. */
const ownCards = (personId: PersonId, { cards }: LoopLedger): readonly Envelope[] =>
  cards.filter((card) => card.body.header.personId === personId && !isTypedIn(card));

const isSealedBySelf = (place: RequiredCard, ledger: LoopLedger): boolean =>
  ownCards(place.personId, ledger).some(({ body }) => cardPlace(body.header) === cardPlace(place));

/** The cards a person may still write by the plan that counts: reading somebody's paper now would be reading it before those. */
export const openCardsOf = (personId: PersonId, ledger: LoopLedger): readonly RequiredCard[] => {
  const { slots, required } = ledger.plan?.body.plan ?? { slots: [], required: [] };
  const planned = slots
    .filter(({ interviewers }) => interviewers.includes(personId))
    .map(({ slotId }) => ({ slotId, personId }));
  const places = [...planned, ...required.filter((card) => card.personId === personId)];
  return [...new Map(places.map((place) => [cardPlace(place), place])).values()].filter(
    (place) => !isSealedBySelf(place, ledger),
  );
};

/** Why nobody is let type a card in. */
export type TypistRefusal = {
  readonly type: "kindNotInProtocol" | "reasonMissing" | "typesForThemselves" | "owesNoCard" | "ownCardThere";
};

/** Why the authority's word that `by` types in this card would not be of use, or null. Who signs it is judged by the ledger. */
export const typistFault = (
  ledger: LoopLedger,
  place: RequiredCard,
  { by, reason }: { readonly by: PersonId; readonly reason: string },
): TypistRefusal | null => {
  if ((ledger.charter?.body.protocol ?? 0) < typistSince) return { type: "kindNotInProtocol" };
  if (reason.trim() === "") return { type: "reasonMissing" };
  if (by === place.personId) return { type: "typesForThemselves" };
  if (!mayHaveCard(place, ledger.plans)) return { type: "owesNoCard" };
  return isSealedBySelf(place, ledger) ? { type: "ownCardThere" } : null;
};

/** Why a laptop seals no card of somebody else's. `ownCardsOpen`: the typist would know it before writing their own. */
export type TypeInRefusal = {
  readonly type: "notTheTypist" | "laptopNotConfirmed" | "ownCardThere" | "ownCardsOpen";
};

/** Whether `by` may type in this card on this laptop now, with what the header of the sealed card then says of it. */
export const mayTypeIn = (
  ledger: LoopLedger,
  place: RequiredCard,
  { by, deviceId }: { readonly by: PersonId; readonly deviceId: DeviceId },
): Result<{ readonly typedIn: TypedIn; readonly reason: string }, TypeInRefusal> => {
  const [typist] = ledger.typists
    .filter(({ body }) => cardPlace(body) === cardPlace(place) && body.by === by)
    .toSorted((one, other) => (one.body.at > other.body.at ? -1 : 1));
  if (typist === undefined) return err({ type: "notTheTypist" });
  if (!vouchedLaptops(by, ledger).has(deviceId)) return err({ type: "laptopNotConfirmed" });
  if (isSealedBySelf(place, ledger)) return err({ type: "ownCardThere" });
  if (openCardsOf(by, ledger).length > 0) return err({ type: "ownCardsOpen" });
  const after = ownCards(by, ledger)
    .map(({ hash }) => hash)
    .toSorted();
  return ok({ typedIn: { typist: typist.hash, after }, reason: typist.body.reason });
};
