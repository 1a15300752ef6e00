import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type RecordParts, type RecordWithHash, recordOfLoop } from "../../../../src/app/loop/record-of-loop";
import { hashSchema } from "../../../../src/domain/ids";
import type { RecordClosing } from "../../../../src/domain/record/closing";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { recordText } from "../../../../src/domain/record/record-text";
import { err, ok, unwrap } from "../../../../src/domain/result";
import type { DeviceIdentity } from "../../../../src/domain/sealing/crypto-port";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { ledgerToView } from "../../../../src/domain/sealing/ledger-view";
import type { Store } from "../../../../src/store/open-store";
import type { LoopDoc } from "../../../../src/sync/loop-doc/loop-doc";
import { aLoopView } from "../../../support/builders/loop-view";
import { anAcceptance } from "../../../support/sealing/later-entries";
import {
  aCall,
  aCharter,
  aDecision,
  aLog,
  allCards,
  allSealed,
  ana,
  beginning,
  ben,
  idOf,
  ledgerUnder,
  people,
  plan,
  roster,
} from "../../../support/sealing/loop-world";

const sha256 = (record: LoopRecord) =>
  hashSchema.parse(createHash("sha256").update(recordText(record)).digest("base64url"));

/** Only loops of protocol 4 were closed by such programs. */
const charter = aCharter({ protocol: 4 });
const ledgerOf = ledgerUnder(charter);
const accepted = anAcceptance("ben");
const call = aCall([...beginning, accepted, ...allCards], allSealed);
const loop: readonly AuthenticEntry[] = [charter, roster, plan, accepted, ...allCards, call, aDecision(call)];

/** A laptop that holds these entries and keeps these records; `closings` are what it signs. */
const laptop = (
  device: DeviceIdentity,
  entries: readonly AuthenticEntry[],
  keeps: readonly RecordWithHash[] = [],
) => {
  const rows = [...keeps];
  const closings: RecordClosing[] = [];
  const ledger = ledgerOf(...entries);
  const records = {
    ofLoop: async () => ok({ rows: rows.map((value) => ({ value })), unreadable: [] }),
    keep: async (made: RecordWithHash) => {
      rows.push(made);
      return ok(undefined);
    },
  };
  const parts: RecordParts = {
    store: { records } as unknown as Store,
    doc: { discussion: () => "", slotsWithNotes: () => [] } as unknown as LoopDoc,
    view: () => ({ ...aLoopView(people), ...ledgerToView(ledger, idOf(device), new Map(), []) }),
    ledger: () => ledger,
    deviceId: idOf(device),
    entries: () => entries,
    ledgerOf: (some) => ledgerOf(...some),
    opened: () => new Map(),
    close: async (closing) => {
      closings.push(closing);
      return ok(undefined);
    },
  };
  return { record: () => recordOfLoop(parts), rows, closings };
};

/** The record as this program closes it, and what is signed of it. */
const closedNow = async () => {
  const { record, closings } = laptop(ana, loop);
  const made = unwrap(await record());
  const [closing] = closings;
  if (closing === undefined) throw new Error("nothing was closed");
  return { made, closing };
};

const closedAs = (closing: RecordClosing, record: LoopRecord): readonly AuthenticEntry[] => [
  ...loop,
  aLog(ana, { event: { ...closing, recordHash: sha256(record) } }),
];

/** What the program before version 3 made of the same entries. */
const version2 = ({ record: { acceptances, ...record } }: RecordWithHash): LoopRecord => {
  expect(acceptances).toHaveLength(1);
  const entries = record.entries.filter(({ kind }) => kind !== "acceptance");
  expect(entries).toHaveLength(record.entries.length - 1);
  return { ...record, formatVersion: 2, entries };
};

describe("a record that a program before version 3 closed in a loop of the same protocol", () => {
  it.each([
    ["another laptop", ben],
    ["the authority’s own laptop", ana],
  ])("is made as it was signed, and kept, on %s that has none", async (_whose, device) => {
    const { made, closing } = await closedNow();
    const older = version2(made);
    const { record, rows, closings } = laptop(device, closedAs(closing, older));
    expect(await record()).toEqual(ok({ record: older, hash: sha256(older) }));
    expect(rows).toEqual([{ record: older, hash: sha256(older) }]);
    expect(closings).toEqual([]);
  });

  it("opens where it is kept under its hash, and differs where it is not", async () => {
    const { made, closing } = await closedNow();
    const otherwise: LoopRecord = { ...version2(made), missing: [] };
    expect(made.record.missing).not.toEqual([]);
    const kept = { record: otherwise, hash: sha256(otherwise) };
    const entries = closedAs(closing, otherwise);
    expect(await laptop(ben, entries, [made, kept]).record()).toEqual(ok(kept));
    expect(await laptop(ben, entries, [made]).record()).toEqual(err({ type: "recordDiffers" }));
  });

  it("is not what a row only calls by its hash", async () => {
    const { made, closing } = await closedNow();
    const otherwise: LoopRecord = { ...version2(made), missing: [] };
    const row = { record: made.record, hash: sha256(otherwise) };
    expect(await laptop(ben, closedAs(closing, otherwise), [row]).record()).toEqual(
      err({ type: "recordDiffers" }),
    );
  });
});
