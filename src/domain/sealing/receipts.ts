import type { DeviceId, Hash, PersonId } from "../ids";
import { type Person, wearsHat } from "../loop/roster";
import type { AuthenticEntry } from "./entries";
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

const personsOf = ({ rosters }: LoopLedger, deviceId: DeviceId): readonly PersonId[] =>
  rosters.flatMap(({ body }) =>
    body.devices.filter((device) => device.deviceId === deviceId).map(({ personId }) => personId),
  );

/**
 * The persons other than the author whose laptops hold each envelope by their newest receipt, sorted. Envelopes nobody
 * else holds are absent.
 */
export const holdersByEnvelope = (ledger: LoopLedger): ReadonlyMap<Hash, readonly PersonId[]> => {
  const authors = new Map(ledger.cards.map(({ hash, body }) => [hash, body.header.personId]));
  const newest = newestReceipts(ledger);
  const holders = new Map<Hash, Set<PersonId>>();
  for (const deviceId of new Set(newest.map((receipt) => receipt.deviceId))) {
    const persons = personsOf(ledger, deviceId);
    for (const hash of heldByDevice(newest.filter((receipt) => receipt.deviceId === deviceId)))
      for (const personId of persons)
        if (authors.has(hash) && authors.get(hash) !== personId)
          holders.set(hash, (holders.get(hash) ?? new Set()).add(personId));
  }
  return new Map([...holders].map(([hash, persons]) => [hash, [...persons].toSorted()]));
};

const keepsForOthers = (person: Person, deputies: readonly PersonId[]): boolean =>
  wearsHat(person, "facilitator") ||
  wearsHat(person, "recordsKeeper") ||
  deputies.some((deputy) => deputy === person.personId);

/**
 * True where losing laptops is no longer losing the card: held by two other persons (or all others, where there are
 * fewer), one of them facilitator, deputy or records keeper if there is such a person besides the author. In a loop of
 * one person nothing is ever confirmed.
 */
export const isConfirmed = (
  holders: readonly PersonId[],
  author: PersonId,
  { roster, charter }: LoopLedger,
): boolean => {
  const others = (roster?.body.persons ?? []).filter(({ personId }) => personId !== author);
  const holding = others.filter(({ personId }) => holders.includes(personId));
  const deputies = charter?.body.deputies ?? [];
  const keepers = others.filter((person) => keepsForOthers(person, deputies));
  const enough = others.length > 0 && holding.length >= Math.min(2, others.length);
  return enough && (keepers.length === 0 || keepers.some((keeper) => holding.includes(keeper)));
};
