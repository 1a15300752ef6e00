import type { DeviceId, Hash, PersonId } from "../ids";
import type { CardCopy, Confirmation } from "../loop/loop-view";
import { type Person, wearsHat } from "../loop/roster";
import type { AuthenticEntry, RosterBody } from "./entries";
import type { LoopLedger } from "./ledger/ledger";

type Receipt = AuthenticEntry<"receipt">;

const newestCounter = (receipts: readonly Receipt[], deviceId: DeviceId): number =>
  Math.max(0, ...receipts.filter((receipt) => receipt.deviceId === deviceId).map(({ body }) => body.counter));

/** The number a laptop's next receipt carries. */
export const nextReceiptCounter = (ledger: LoopLedger, deviceId: DeviceId): number =>
  newestCounter(ledger.receipts, deviceId) + 1;

/** Each laptop's newest receipt; where a laptop signed two with one number, both. */
export const newestReceipts = ({ receipts }: LoopLedger): readonly Receipt[] => {
  const newest = new Map<DeviceId, number>();
  for (const { deviceId, body } of receipts)
    newest.set(deviceId, Math.max(body.counter, newest.get(deviceId) ?? 0));
  return receipts.filter(({ deviceId, body }) => body.counter === newest.get(deviceId));
};

/** What a laptop durably holds now; of two receipts with one number only what both say. */
const heldByDevice = (receipts: readonly Receipt[]): readonly Hash[] => {
  const [first, ...others] = receipts;
  if (first === undefined) return [];
  return first.body.envelopes.filter((hash) => others.every(({ body }) => body.envelopes.includes(hash)));
};

/** Whose laptop it is by the roster that counts: a laptop that was removed keeps nothing safe for anybody. */
const personOf = ({ roster }: LoopLedger, deviceId: DeviceId): PersonId | null =>
  roster?.body.devices.find((device) => device.deviceId === deviceId)?.personId ?? null;

const keepsForOthers = (person: Person, deputies: readonly PersonId[]): boolean =>
  wearsHat(person, "facilitator") ||
  wearsHat(person, "recordsKeeper") ||
  deputies.some((deputy) => deputy === person.personId);

/** Had a laptop in the loop and has none any more: nobody waits for a copy there. Who has not come yet still counts. */
const wasTakenOut = ({ roster, rosters }: LoopLedger, personId: PersonId): boolean => {
  const has = (body: RosterBody | undefined): boolean =>
    body?.devices.some((device) => device.personId === personId) ?? false;
  return !has(roster?.body) && rosters.some(({ body }) => has(body));
};

/**
 * What a card still lacks until losing laptops is no longer losing it: it has to be held by two other persons (or all
 * others, where there are fewer), one of them facilitator, deputy or records keeper if there is such a person besides the
 * author.
 */
export const confirmationOf = (
  holders: readonly PersonId[],
  author: PersonId,
  ledger: LoopLedger,
): Confirmation => {
  const { roster, charter } = ledger;
  const others = (roster?.body.persons ?? []).filter(
    ({ personId }) => personId !== author && !wasTakenOut(ledger, personId),
  );
  const holding = others.filter(({ personId }) => holders.includes(personId));
  const keepers = others.filter((person) => keepsForOthers(person, charter?.body.deputies ?? []));
  const needed = Math.min(2, others.length);
  return {
    needed,
    lacking: Math.max(0, needed - holding.length),
    keepers: keepers.some((keeper) => holding.includes(keeper))
      ? []
      : keepers.map(({ personId }) => personId),
  };
};

/** The laptops of the roster that durably hold each envelope, by their newest receipts; the author's own are among them. */
export const copiesByEnvelope = (ledger: LoopLedger): ReadonlyMap<Hash, readonly CardCopy[]> => {
  const newest = newestReceipts(ledger);
  const copies = new Map<Hash, CardCopy[]>(ledger.cards.map(({ hash }) => [hash, []]));
  for (const deviceId of [...new Set(newest.map((receipt) => receipt.deviceId))].toSorted()) {
    const own = newest.filter((receipt) => receipt.deviceId === deviceId);
    const personId = personOf(ledger, deviceId);
    const receiptAt = own[0]?.body.at;
    if (personId === null || receiptAt === undefined) continue;
    for (const hash of heldByDevice(own)) copies.get(hash)?.push({ deviceId, personId, receiptAt });
  }
  return copies;
};

/** The persons other than the author whose laptops hold an envelope, sorted. */
export const holdersOf = (copies: readonly CardCopy[], author: PersonId): readonly PersonId[] =>
  [...new Set(copies.map(({ personId }) => personId))].filter((personId) => personId !== author).toSorted();
