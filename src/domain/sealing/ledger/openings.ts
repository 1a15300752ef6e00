import type { PersonId, SlotId } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { type LaptopGround, signerFault, vouchedLaptops } from "./laptops";
import type { Members } from "./members";
import { cardPlace, owedBy } from "./plans";
import { isTypedIn } from "./typists";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type Opening = AuthenticEntry<"opening">;
type Envelope = AuthenticEntry<"card">;

/** What an opening is judged by, beside the entry itself. */
export interface OpeningGround extends LaptopGround {
  readonly members: Members;
  readonly plans: readonly AuthenticEntry<"plan">[];
  readonly envelopes: Sorted<Envelope>;
}

type Plans = Pick<OpeningGround, "plans">;

/** True where a plan of the loop gives the person a role in the slot. */
export const playsIn = (slotId: SlotId, personId: PersonId, { plans }: Plans): boolean =>
  plans.some(({ body }) =>
    body.plan.slots.some(
      (slot) => slot.slotId === slotId && slot.rolePlayers.some((role) => role.personId === personId),
    ),
  );

/** True for whoever ever wore the hat of an observer or a shadow: what they think of the role counts for nothing. */
const onlyWatches = (personId: PersonId, { rosters }: Pick<LaptopGround, "rosters">): boolean =>
  rosters.some(({ body }) =>
    body.persons.some(
      (person) =>
        person.personId === personId && person.hats.some((hat) => hat === "observer" || hat === "shadow"),
    ),
  );

/** True where the person owes a card in the slot, whose reading of the role it is not known to yet. */
export const assessesIn = (
  slotId: SlotId,
  personId: PersonId,
  ground: Plans & Pick<LaptopGround, "rosters">,
): boolean =>
  owedBy(ground.plans).some((card) => cardPlace(card) === cardPlace({ slotId, personId })) &&
  !onlyWatches(personId, ground);

const find = (hash: string, { accepted: here, refused: apart }: Sorted<Envelope>): Envelope | Verdict =>
  here.find((envelope) => envelope.hash === hash) ??
  (apart.some((envelope) => envelope.hash === hash)
    ? refused("envelopeRefused")
    : waitingFor("envelopeMissing"));

const judgeAssessor = ({ body }: Opening, slotId: SlotId, ground: OpeningGround): Verdict => {
  const { assessor, recipient, sealedHash } = body;
  if (!assessesIn(slotId, assessor, ground)) return refused("owesNoCard");
  const own = find(sealedHash, ground.envelopes);
  if ("is" in own) return own;
  const place = { slotId, personId: assessor };
  if (cardPlace(own.body.header) !== cardPlace(place) || isTypedIn(own)) return refused("ownCardMissing");
  return vouchedLaptops(assessor, ground).has(recipient) ? accepted : waitingFor("laptopMissing");
};

const judge = (entry: Opening, ground: OpeningGround): Verdict => {
  const { personId, envelopeHash } = entry.body;
  const fault = signerFault(entry, personId, ground.members);
  if (fault !== null) return fault;
  const sheet = find(envelopeHash, ground.envelopes);
  if ("is" in sheet) return sheet;
  const { slotId, personId: author } = sheet.body.header;
  if (author !== personId) return refused("otherPersonsCard");
  if (!playsIn(slotId, personId, ground)) return refused("notARolePlayer");
  return judgeAssessor(entry, slotId, ground);
};

/**
 * Keys of role players' sheets given to assessors before the reveal: by a laptop of the role player whom a plan gives a role
 * in the slot, to a laptop that an assessor stands by, who owes a card there and had sealed it.
 */
export const judgeOpenings = (entries: readonly Opening[], ground: OpeningGround): Sorted<Opening> =>
  judgeEach(entries, (entry) => judge(entry, ground));
