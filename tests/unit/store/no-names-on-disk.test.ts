import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { canonicalJson } from "../../../src/domain/sealing/canonical-json";
import { signedEntrySchema } from "../../../src/domain/sealing/entries";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import type { Store } from "../../../src/store/open-store";
import { aStoredLoop } from "../../contract/store/people-cases";
import { aHash } from "../../support/builders/ids";
import { aKit } from "../../support/builders/kit";
import { aCard, aPlan, aRecord, aRecordCard, aSlot, loopId } from "../../support/builders/record";
import { createStoreBench } from "../../support/store/store-bench";

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Everything in IndexedDB as text: names of databases, stores and indexes, and every value, removed ones too. */
const dump = async (indexedDB: IDBFactory): Promise<string> => {
  const texts: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ""));
    const stores = [...database.objectStoreNames];
    texts.push(name ?? "", ...stores);
    for (const store of stores) {
      const objects = database.transaction(store).objectStore(store);
      texts.push(...objects.indexNames, JSON.stringify(await done(objects.getAll())));
    }
    database.close();
  }
  return texts.join("\n");
};

/** A text's bytes as they may hide: plain, in UTF-16, in base64 from each of the three places in a group, in hex. */
const disguises = (text: string): readonly string[] => {
  const utf8 = Buffer.from(text, "utf8");
  const encoded = [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), utf8]).toString("base64");
    // Characters at both ends also carry bits of the neighbours.
    const certain = shifted
      .slice(shift === 0 ? 0 : shift + 1)
      .replace(/=+$/, "")
      .slice(0, -1);
    return [certain, certain.replaceAll("+", "-").replaceAll("/", "_")];
  });
  const json = JSON.stringify(text).slice(1, -1);
  return [text, json, utf8.toString("latin1"), utf8.toString("hex"), ...encoded];
};

/** Which of the texts are in the dump, as they are or in disguise, also inside base64 fields. */
const found = (dumped: string, texts: readonly string[]): readonly string[] => {
  const inside = [...dumped.matchAll(/[A-Za-z0-9_-]{24,}/g)].map(([field]) =>
    Buffer.from(field, "base64url").toString("latin1"),
  );
  const haystack = [dumped, ...inside].join("\n");
  return texts.filter((text) => disguises(text).some((disguise) => haystack.includes(disguise)));
};

const candidate = "Maren Óláfsdóttir-Quist";
const panelist = "Ambrosius Vandermeer";
const evidence = "Stopped the centrifuge by hand.";
const contact = "maren.quist@example.org";

const fill = async (store: Store): Promise<void> => {
  const slot = aSlot("bench", ["ana"], { title: "Bench of Ambrosius Vandermeer" });
  const card = aCard(slot, "ana", { "q-samples": 3 }, { takeaway: evidence });
  const plan = aPlan([slot]);
  const record = aRecord([aRecordCard(card)], [slot], {
    plan: { ...plan, candidate: { ...plan.candidate, name: candidate } },
  });
  unwrap(await store.kits.add(aKit()));
  unwrap(await store.candidates.add({ name: candidate, contact, kitId: null }));
  unwrap(await store.loops.add(aStoredLoop({ candidateName: candidate })));
  unwrap(await store.drafts.save(card));
  unwrap(await store.loopUpdates.append(loopId, Buffer.from(`${candidate} ${panelist} ${evidence}`)));
  const entry = signedEntrySchema.parse({
    kind: "roster",
    body: canonicalJson({ persons: [panelist, candidate] }),
    signKey: "k".repeat(43),
    signature: "s".repeat(86),
  });
  unwrap(await store.envelopes.keep(loopId, [{ hash: aHash(hashSchema, "one"), entry }]));
  unwrap(await store.records.keep({ hash: aHash(hashSchema, "record"), record }));
};

describe("what lies in IndexedDB", () => {
  it("holds no candidate, no panelist, no contact and no evidence, in no encoding, while the kit is in plain", async () => {
    const indexedDB = new IDBFactory();
    const bench = createStoreBench(createDexieStorage({ indexedDB, IDBKeyRange }));
    await fill(await bench.open());
    await bench.close();
    const dumped = await dump(indexedDB);
    expect(found(dumped, ["Lab Technician", "sample-handling"])).toEqual([
      "Lab Technician",
      "sample-handling",
    ]);
    expect(
      found(dumped, [candidate, panelist, contact, evidence, "Quist", "Vandermeer", "centrifuge"]),
    ).toEqual([]);
  });

  it("holds no ciphertext of a discarded draft, since a row that is only marked as removed could be decrypted", async () => {
    const indexedDB = new IDBFactory();
    const bench = createStoreBench(createDexieStorage({ indexedDB, IDBKeyRange }));
    const { drafts, openSubject } = await bench.open();
    unwrap(await openSubject(loopId, "create"));
    const card = aCard(aSlot("bench", ["ana"]), "ana", {});
    unwrap(await drafts.save(card));
    const { id } = unwrap(await drafts.ofLoop(loopId)).rows[0] ?? { id: "" };
    expect(await dump(indexedDB)).toContain(`"id":"${id}"`);
    unwrap(await drafts.discard(card));
    await bench.close();
    expect(await dump(indexedDB)).not.toContain(id);
  });

  it.each([
    ["as it is", (text: string) => text],
    ["in base64", (text: string) => Buffer.from(`ab${text}`).toString("base64")],
    [
      "in base64url at another place",
      (text: string) => Buffer.from(`a${text} and more`).toString("base64url"),
    ],
    [
      "in JSON in base64url",
      (text: string) => Buffer.from(JSON.stringify({ a: 1, text })).toString("base64url"),
    ],
    ["in hex", (text: string) => Buffer.from(text).toString("hex")],
  ])("would be found by this test %s", (_how, hide) => {
    expect(found(`{"ct":"${hide(candidate)}"}`, [candidate, panelist])).toEqual([candidate]);
  });
});
