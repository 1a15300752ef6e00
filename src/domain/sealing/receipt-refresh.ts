import type { DeviceId, Timestamp } from "../ids";
import type { LoopLedger } from "./ledger/ledger";

const tenMinutesMs = 10 * 60_000;

/**
 * Whether a laptop says again what it already said to hold, so that the others see how old its word is: after ten minutes,
 * then twenty, then thirty more. Entries are never deleted, so a pause that did not grow would fill the loop's document: a
 * day of ten hours brings some ten repetitions of a laptop this way instead of sixty. A laptop that holds nothing, or
 * whose clock went back, repeats nothing.
 */
export const isReceiptDue = ({ receipts }: LoopLedger, deviceId: DeviceId, now: Timestamp): boolean => {
  const own = receipts
    .filter((receipt) => receipt.deviceId === deviceId)
    .toSorted((left, right) => right.body.counter - left.body.counter);
  const [newest] = own;
  if (newest === undefined || newest.body.envelopes.length === 0) return false;
  const said = newest.body.envelopes.join();
  const different = own.findIndex(({ body }) => body.envelopes.join() !== said);
  const repeated = different < 0 ? own.length : different;
  return Date.parse(now) - Date.parse(newest.body.at) >= repeated * tenMinutesMs;
};
