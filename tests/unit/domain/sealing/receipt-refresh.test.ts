import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { type Timestamp, timestampSchema } from "../../../../src/domain/ids";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { isReceiptDue } from "../../../../src/domain/sealing/receipt-refresh";
import { entryToBytes } from "../../../../src/domain/sealing/wire";
import {
  allCards,
  aReceipt,
  beginning,
  ben,
  hana,
  idOf,
  ledgerOf,
  noon,
} from "../../../support/sealing/loop-world";

const later = (minutes: number): Timestamp =>
  timestampSchema.parse(new Date(Date.parse(noon) + minutes * 60_000).toISOString());
const [first, second] = allCards;
const receiptAt = (minutes: number, counter: number, cards = [first]) =>
  aReceipt(hana, cards, { counter, at: later(minutes) });
const due = (minutes: number, ...receipts: readonly AuthenticEntry[]) =>
  isReceiptDue(ledgerOf(...beginning, ...allCards, ...receipts), idOf(hana), later(minutes));

describe("a laptop's word on what it holds", () => {
  it("is given again after ten minutes, not before", () => {
    expect(due(9, receiptAt(0, 1))).toBe(false);
    expect(due(10, receiptAt(0, 1))).toBe(true);
  });

  it("is given again after ever longer pauses while it holds the same", () => {
    const twice = [receiptAt(0, 1), receiptAt(10, 2)];
    expect(due(29, ...twice)).toBe(false);
    expect(due(30, ...twice)).toBe(true);
  });

  it("is given again after ten minutes where it holds something else by now", () => {
    const changed = [receiptAt(0, 1), receiptAt(10, 2), receiptAt(20, 3, [first, second])];
    expect(due(29, ...changed)).toBe(false);
    expect(due(30, ...changed)).toBe(true);
  });

  it("is not repeated where it says nothing, where there is none, and by a clock that went back", () => {
    expect(due(60, receiptAt(0, 1, []))).toBe(false);
    expect(due(60)).toBe(false);
    expect(due(60, aReceipt(ben, [first], { at: noon }))).toBe(false);
    expect(due(-60, receiptAt(0, 1))).toBe(false);
  });

  it("costs a day of ten hours at most eleven receipts of one laptop, under 16 KB with a dozen cards", () => {
    const receipts = [receiptAt(0, 1)];
    for (let minute = 1; minute <= 600; minute += 1)
      if (due(minute, ...receipts)) receipts.push(receiptAt(minute, receipts.length + 1));
    expect(receipts.length).toBeLessThanOrEqual(11);
    const dozen = Array.from({ length: 12 }, () => first);
    const bytes = entryToBytes(aReceipt(hana, dozen).entry, nodeCrypto).length;
    expect(receipts.length * bytes).toBeLessThan(16 * 1024);
  });
});
