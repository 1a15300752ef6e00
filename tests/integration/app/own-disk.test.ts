import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Admission } from "../../../src/app/loop/join-loop";
import { keepAdmission, signalingUrlsOf } from "../../../src/app/loop/keep-admission";
import type { LoopSession } from "../../../src/bindings/services";
import { type Hash, hashSchema } from "../../../src/domain/ids";
import { ok, unwrap } from "../../../src/domain/result";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { type Laptop, newLaptop, type Running, surroundings } from "../../support/app/laptop";
import { cardIn, filledCard, founding, foundLoop, morning, untilOn } from "../../support/app/panel";
import { aHash } from "../../support/builders/ids";
import { personId } from "../../support/builders/record";
import { keysOf } from "../../support/sealing/devices";
import { seededRandom } from "../../support/seeded-random";
import { createFaultyStorage, type FaultyStorage } from "../../support/store/faulty-storage";

let disk: FaultyStorage;
let laptop: Laptop;
let running: Running;
let session: LoopSession;
let until: (holds: () => boolean) => Promise<void>;

/** Starts the program on Ana's laptop and opens the loop; hosting is what makes its document known to the test. */
const start = async (loopId: Parameters<Running["loops"]["open"]>[0]): Promise<void> => {
  running = await laptop.start(founding);
  session = unwrap(await running.loops.open(loopId));
  unwrap(await session.startHosting());
};

beforeEach(async () => {
  const around = surroundings(memoryNetwork({ random: seededRandom(3).next }));
  disk = createFaultyStorage(getRxStorageMemory());
  laptop = newLaptop("ana", around, disk.storage);
  until = untilOn(around);
  await start(await foundLoop(laptop));
});
afterEach(() => laptop.stop());

const entries = () => laptop.doc().getMap<Uint8Array>("entries");
const sealed = () => cardIn(session, morning, "ana").sealed;

describe("an envelope", () => {
  it("is in this laptop's own store, byte for byte as it was signed", async () => {
    unwrap(await session.seal(filledCard(session, morning)));
    const { loopId } = session.view.get();
    const kept = unwrap(await running.store.envelopes.ofLoop(loopId)).rows.map(({ value }) => value);
    expect(kept.map(({ hash }) => hash)).toEqual(sealed().map(({ envelopeHash }) => envelopeHash));
    const [envelope] = kept;
    const inDoc = Buffer.from(entries().get(envelope?.hash ?? "") ?? []).toString();
    expect(inDoc).toContain(JSON.stringify(envelope?.entry.body));
  });

  it("that vanished from the document for good is back after a restart", async () => {
    unwrap(await session.seal(filledCard(session, morning)));
    const hash = sealed()[0]?.envelopeHash ?? "";
    // Whoever goes on deleting wins over the guard, which gives up so that two laptops do not fight for ever.
    for (let round = 0; round < 10 && entries().has(hash); round += 1) entries().delete(hash);
    expect(entries().has(hash)).toBe(false);
    const { loopId } = session.view.get();
    await start(loopId);
    expect(entries().has(hash)).toBe(true);
    expect(sealed().map(({ envelopeHash }) => envelopeHash)).toEqual([hash]);
  });
});

describe("a full disk", () => {
  const fillUp = async (): Promise<void> => {
    disk.fillDisk();
    session.handOff(null, "Ask about the night shift.");
    await until(() => session.room.get().problem !== null);
  };

  it("is said in the room, and no longer once there is room again", async () => {
    await fillUp();
    expect(session.room.get().problem).toEqual({ type: "diskFull" });
    disk.freeDisk();
    unwrap(await running.store.reopen());
    await until(() => session.room.get().problem === null);
    const { loopId } = session.view.get();
    await start(loopId);
    expect(session.view.get().handOffs).toMatchObject([{ text: "Ask about the night shift." }]);
  });

  it("refuses a card before anything of it is published; later the same card is sealed once", async () => {
    await fillUp();
    const card = filledCard(session, morning);
    expect((await session.seal(card)).ok).toBe(false);
    expect(sealed()).toEqual([]);
    disk.freeDisk();
    unwrap(await running.store.reopen());
    unwrap(await session.seal(card));
    expect(sealed().map(({ revision }) => revision)).toEqual([1]);
  });

  it("that comes while a card is sealed is said; sealing again waits for the disk and makes no second revision", async () => {
    const card = filledCard(session, morning);
    disk.fillDisk();
    expect(await session.seal(card)).toMatchObject({ ok: false, error: { type: "diskFull" } });
    expect(sealed()).toHaveLength(1);
    disk.freeDisk();
    unwrap(await running.store.reopen());
    unwrap(await session.seal(card));
    expect(sealed().map(({ revision }) => revision)).toEqual([1]);
    const { loopId } = session.view.get();
    await start(loopId);
    expect(cardIn(session, morning, "ana").personId).toBe(personId("ana"));
    expect(sealed()).toHaveLength(1);
  });
});

describe("a laptop that is let in to a loop it has", () => {
  it("keeps where to find the others, unless that loop began otherwise", async () => {
    const { loopId } = session.view.get();
    const { store } = running;
    const admission = (charterHash: Hash): Admission => ({
      step: "admitted",
      loopId,
      generation: 1,
      charterHash,
      personId: personId("ana"),
      host: keysOf(laptop.device),
      signalingUrls: ["ws://192.168.10.4:47111", "ws://10.0.0.4:47111"],
    });
    const ids = { now: () => "2026-11-23T09:00:00.000Z", newId: () => "" };
    const other = aHash(hashSchema, "another-beginning");
    let notes = 0;
    const keep = (hash: Hash) =>
      keepAdmission({ store, ids }, admission(hash), async () => {
        notes += 1;
        return ok(undefined);
      });
    expect(await keep(other)).toEqual({ type: "otherLoop" });
    expect(notes).toBe(0);
    expect(await signalingUrlsOf(store, loopId)).toEqual([]);
    const before = unwrap(await store.loops.one(loopId));
    expect(await keep(hashSchema.parse(before?.charterHash))).toBeNull();
    expect(notes).toBe(1);
    expect(await signalingUrlsOf(store, loopId)).toEqual(["ws://192.168.10.4:47111"]);
    expect(unwrap(await store.loops.one(loopId))).toEqual(before);
  });
});
