import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { bringBackEnvelopes, createDuties, type DutyParts } from "../../../../src/app/loop/duties";
import { err, ok, type Result } from "../../../../src/domain/result";
import { authenticate } from "../../../../src/domain/sealing/authenticate";
import type { DeviceIdentity } from "../../../../src/domain/sealing/crypto-port";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import type { StoreFailure } from "../../../../src/store/failure";
import { nodeVault } from "../../../support/app/node-vault";
import {
  aCall,
  allCards,
  ana,
  aRawCall,
  aReceipt,
  beginning,
  ben,
  cleo,
  hana,
  ledgerOf,
  loopId,
  noon,
  stranger,
} from "../../../support/sealing/loop-world";

const [anasCard, bensCard, cleosCard] = allCards;
const hashes = (entries: readonly { readonly hash: string }[]) => entries.map(({ hash }) => hash).toSorted();

/** A laptop that does its duties on whatever entries the loop has, and what it published. */
const aLaptop = (
  device: DeviceIdentity,
  keep: Result<void, StoreFailure> = ok(undefined),
  { behind = false }: { readonly behind?: boolean } = {},
) => {
  const published: AuthenticEntry[] = [];
  const kept: string[] = [];
  let entries: readonly AuthenticEntry[] = [];
  const parts = {
    loopId,
    vault: nodeVault(device, () => noon),
    ids: { now: () => noon, newId: () => "" },
    sync: { behind: { get: () => behind }, peers: { get: () => [] } },
    store: {
      envelopes: {
        keep: async (_loopId: string, envelopes: readonly { readonly hash: string }[]) => {
          kept.push(...hashes(envelopes));
          return keep;
        },
      },
    },
    book: {
      state: { get: () => ({ entries, refused: [] }) },
      check: async (entry: unknown) => authenticate(entry, nodeCrypto),
      put: async (entry: AuthenticEntry) => void published.push(entry),
    },
  } as unknown as DutyParts;
  const doDuties = createDuties(parts);
  return {
    published,
    kept,
    work: (...now: readonly AuthenticEntry[]) => {
      entries = now;
      return doDuties(ledgerOf(...now));
    },
  };
};

const receiptsIn = (published: readonly AuthenticEntry[]) =>
  published.flatMap((entry) => (entry.kind === "receipt" ? [entry.body] : []));
const releasesIn = (published: readonly AuthenticEntry[]) =>
  published.flatMap((entry) => (entry.kind === "release" ? [entry.body] : []));

describe("receipts", () => {
  it("say what the laptop keeps, once", async () => {
    const laptop = aLaptop(hana);
    expect(await laptop.work(...beginning, anasCard, bensCard)).toEqual(ok(undefined));
    expect(laptop.kept).toEqual(hashes([anasCard, bensCard]));
    expect(receiptsIn(laptop.published)).toMatchObject([
      { counter: 1, envelopes: hashes([anasCard, bensCard]) },
    ]);
    await laptop.work(...beginning, anasCard, bensCard, ...laptop.published);
    expect(laptop.published).toHaveLength(1);
    await laptop.work(...beginning, ...allCards, ...laptop.published);
    expect(receiptsIn(laptop.published)).toMatchObject([
      { counter: 1 },
      { counter: 2, envelopes: hashes(allCards) },
    ]);
    expect(laptop.kept).toEqual([...hashes([anasCard, bensCard]), cleosCard.hash]);
  });

  it("are not signed while this laptop lacks what the others hold", async () => {
    const laptop = aLaptop(hana, ok(undefined), { behind: true });
    await laptop.work(...beginning, ...allCards);
    expect(laptop.published).toEqual([]);
    expect(laptop.kept).toEqual(hashes(allCards));
  });

  it("are not signed for what the disk did not take, which is said", async () => {
    const laptop = aLaptop(hana, err({ type: "diskFull" }));
    expect(await laptop.work(...beginning, ...allCards)).toEqual(err({ type: "diskFull" }));
    expect(laptop.published).toEqual([]);
  });

  it("take back what an earlier one said and this laptop does not hold any more", async () => {
    const laptop = aLaptop(hana, err({ type: "diskFull" }));
    const earlier = aReceipt(hana, allCards);
    await laptop.work(...beginning, ...allCards, earlier);
    expect(receiptsIn(laptop.published)).toMatchObject([{ counter: 2, envelopes: [] }]);
  });
});

describe("a laptop that is not in the roster", () => {
  it("keeps the envelopes and signs nothing", async () => {
    const laptop = aLaptop(stranger);
    const entries = [...beginning, ...allCards];
    expect(await laptop.work(...entries, aCall(entries))).toEqual(ok(undefined));
    expect(laptop.kept).toEqual(hashes(allCards));
    expect(laptop.published).toEqual([]);
  });
});

describe("releases", () => {
  const sealed = [...beginning, ...allCards];

  it("are given for this laptop's own cards after a call, once, and never before", async () => {
    const laptop = aLaptop(ben);
    await laptop.work(...sealed);
    expect(releasesIn(laptop.published)).toEqual([]);
    const call = aCall(sealed);
    await laptop.work(...sealed, call, ...laptop.published);
    expect(releasesIn(laptop.published)).toMatchObject([
      { callHash: call.hash, envelopeHash: bensCard.hash, releaser: "author" },
    ]);
    await laptop.work(...sealed, call, ...laptop.published);
    expect(releasesIn(laptop.published)).toHaveLength(1);
  });

  it("are given to no call by somebody else", async () => {
    const laptop = aLaptop(cleo);
    await laptop.work(...sealed, aRawCall({}, ben));
    expect(releasesIn(laptop.published)).toEqual([]);
  });

  it("are given although the disk takes nothing", async () => {
    const laptop = aLaptop(ana, err({ type: "diskFull" }));
    expect(await laptop.work(...sealed, aCall(sealed))).toEqual(err({ type: "diskFull" }));
    expect(releasesIn(laptop.published)).toMatchObject([{ envelopeHash: anasCard.hash }]);
  });
});

describe("envelopes of this laptop's own store", () => {
  it("are brought back into the document with the bytes they were kept with", async () => {
    const put: string[] = [];
    const rows = [{ id: "1", value: { hash: bensCard.hash, entry: bensCard.entry, keptAt: noon } }];
    const parts = {
      loopId,
      store: { envelopes: { ofLoop: async () => ok({ rows, unreadable: [] }) } },
      sync: {
        keepEntry: (hash: string, bytes: Uint8Array) => put.push(`${hash} ${Buffer.from(bytes.subarray(1))}`),
      },
    };
    expect(await bringBackEnvelopes(parts as unknown as DutyParts)).toEqual(ok(undefined));
    expect(put).toHaveLength(1);
    expect(put[0]).toContain(`${bensCard.hash} {`);
    expect(put[0]).toContain(bensCard.entry.signature);
  });
});
