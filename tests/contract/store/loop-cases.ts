import { base64UrlSchema, hashSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { signedEntrySchema } from "../../../src/domain/sealing/entries";
import { aHash } from "../../support/builders/ids";
import { aCard, aRecord, aRecordCard, aSlot, loopId } from "../../support/builders/record";
import type { StoreBench } from "../../support/store/store-bench";
import { whenReady } from "../../support/store/when-ready";
import { assertEqual, type ContractCase } from "./contract-case";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const lists = (updates: readonly Uint8Array[]) => updates.map((update) => [...update]);

const openLoop = async (bench: StoreBench) => {
  const store = await bench.open();
  unwrap(await store.openSubject(loopId, "create"));
  return store;
};

export const loopUpdateCases: readonly ContractCase[] = [
  {
    name: "updates come back as they were appended, byte for byte and in their order, after a reopening",
    run: async (bench) => {
      const before = await openLoop(bench);
      unwrap(await before.loopUpdates.append(loopId, bytes(0, 255, 128)));
      unwrap(await before.loopUpdates.append(loopId, bytes()));
      unwrap(await before.loopUpdates.append(loopId, bytes(7)));
      const log = unwrap(await (await bench.open()).loopUpdates.load(loopId));
      assertEqual(
        { ...log, updates: lists(log.updates) },
        { updates: [[0, 255, 128], [], [7]], unreadable: [] },
      );
    },
  },
  {
    name: "a burst of appends is stored whole",
    run: async (bench) => {
      const before = await openLoop(bench);
      const burst = Array.from({ length: 60 }, (_, index) => before.loopUpdates.append(loopId, bytes(index)));
      for (const appended of await Promise.all(burst)) unwrap(appended);
      const { updates } = unwrap(await (await bench.open()).loopUpdates.load(loopId));
      assertEqual(
        lists(updates),
        burst.map((_, index) => [index]),
      );
    },
  },
  {
    name: "compacting leaves one update in the place of what was loaded and appended",
    run: async (bench) => {
      unwrap(await (await openLoop(bench)).loopUpdates.append(loopId, bytes(1)));
      const { loopUpdates } = await bench.open();
      unwrap(await loopUpdates.load(loopId));
      unwrap(await loopUpdates.append(loopId, bytes(2)));
      unwrap(await loopUpdates.compact(loopId, bytes(1, 2)));
      unwrap(await loopUpdates.append(loopId, bytes(3)));
      const { updates } = unwrap(await (await bench.open()).loopUpdates.load(loopId));
      assertEqual(lists(updates), [[1, 2], [3]]);
    },
  },
  {
    name: "compacting keeps what this store never loaded",
    run: async (bench) => {
      unwrap(await (await openLoop(bench)).loopUpdates.append(loopId, bytes(1)));
      const { loopUpdates } = await bench.open();
      unwrap(await loopUpdates.compact(loopId, bytes(9)));
      const { updates } = unwrap(await loopUpdates.load(loopId));
      assertEqual(lists(updates), [[1], [9]]);
    },
  },
];

const entry = signedEntrySchema.parse({
  kind: "card",
  body: '{"header":{},"text":"ä \u2028 \\u0000"}',
  signKey: "k".repeat(43),
  signature: "s".repeat(86),
});

const damagedEnvelope: ContractCase = {
  name: "an envelope whose row was damaged is listed as unreadable and is whole again once it is kept again",
  run: async (bench) => {
    const envelope = { hash: aHash(hashSchema, "one"), entry };
    unwrap(await (await openLoop(bench)).envelopes.keep(loopId, [envelope]));
    await bench.withDatabase(async ({ collections }) => {
      await collections.envelopes?.find().patch({ ct: base64UrlSchema.parse("AAAA") });
    });
    const { envelopes, unreadable } = await bench.open();
    const { rows, unreadable: damaged } = unwrap(await envelopes.ofLoop(loopId));
    assertEqual([rows.length, damaged.map(({ reason }) => reason)], [0, ["notAuthentic"]]);
    unwrap(await envelopes.keep(loopId, [envelope]));
    assertEqual(unwrap(await envelopes.ofLoop(loopId)).rows[0]?.value.entry, entry);
    assertEqual(unreadable.get(), []);
  },
};

export const envelopeCases: readonly ContractCase[] = [
  {
    name: "an envelope comes back byte for byte, and keeping it again adds nothing",
    run: async (bench) => {
      const before = await openLoop(bench);
      const envelope = { hash: aHash(hashSchema, "one"), entry };
      unwrap(await before.envelopes.keep(loopId, [envelope, envelope]));
      unwrap(await before.envelopes.keep(loopId, [envelope, { hash: aHash(hashSchema, "two"), entry }]));
      const { rows } = unwrap(await (await bench.open()).envelopes.ofLoop(loopId));
      assertEqual(
        rows.map(({ value }) => value.hash).sort(),
        ["one", "two"].map((name) => aHash(hashSchema, name)),
      );
      assertEqual(rows[0]?.value.entry, entry);
    },
  },
  damagedEnvelope,
];

export const recordCases: readonly ContractCase[] = [
  {
    name: "a record comes back equal under its hash, once, and is summed up in the list",
    run: async (bench) => {
      const slot = aSlot("bench", ["ana"]);
      const record = aRecord([aRecordCard(aCard(slot, "ana", { "q-samples": 3 }))], [slot]);
      const hash = aHash(hashSchema, "record");
      const before = await openLoop(bench);
      unwrap(await before.records.keep({ hash, record }));
      unwrap(await before.records.keep({ hash, record }));
      const { records } = await bench.open();
      const { rows } = unwrap(await records.ofLoop(loopId));
      assertEqual(
        rows.map(({ value }) => value.record),
        [record],
      );
      const [summary] = await whenReady(records.list);
      assertEqual([summary?.hash, summary?.candidateName], [hash, record.plan.candidate.name]);
      // Nobody listens to the list any more, which keeps what it knew; asked once, the store says what it holds now.
      const other = hashSchema.parse("s".repeat(43));
      unwrap(await records.keep({ hash: other, record }));
      const kept = unwrap(await records.all()).map((one) => one.hash);
      assertEqual(kept.toSorted(), [hash, other].toSorted());
    },
  },
];
