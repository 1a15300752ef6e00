import { afterEach, describe, expect, it } from "vitest";
import { agreementKeyFrom } from "../../../../electron/main/vault/agreement-key";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { openDraftCopies } from "../../../../src/app/loop/drafts/draft-copies";
import type { DraftParts } from "../../../../src/app/loop/drafts/draft-parts";
import type { Card } from "../../../../src/domain/card/card";
import type { DeviceId, PersonId } from "../../../../src/domain/ids";
import { type LiveCell, liveCell } from "../../../../src/domain/live";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { ok } from "../../../../src/domain/result";
import type { DraftCopy } from "../../../../src/domain/sealing/draft-copy";
import { recoverySecret } from "../../../../src/domain/sealing/recovery-key";
import type { DraftMessage } from "../../../../src/sync/gate/seat";
import type { SaveState } from "../../../../src/sync/persistence/attach-persistence";
import type { TransportPeer } from "../../../../src/sync/transport/transport";
import { type HeldRecovery, nodeVault } from "../../../support/app/node-vault";
import { aCard, aSlot, loopId, personId } from "../../../support/builders/record";
import { aDevice, keysOf } from "../../../support/sealing/devices";

const slot = aSlot("morning", ["ana"]);
const card = (takeaway: string, ratings = {}): Card => aCard(slot, "ana", ratings, { takeaway });
const start = Date.UTC(2026, 10, 23, 9);

/** What all laptops of a test share: one clock moved by hand, and the air between them. */
const newRoom = (names: readonly string[], owners: Readonly<Record<string, string>> = {}) => {
  const ownerOf = (name: string): PersonId => personId(owners[name] ?? name);
  let now = start;
  const timers = new Set<{ readonly at: number; readonly act: () => void }>();
  const laptops = new Map<DeviceId, ReturnType<typeof newLaptop>>();
  const idOf = (name: string): DeviceId => keysOf(aDevice(name)).deviceId;
  const devices = names.map((name) => ({
    ...keysOf(aDevice(name)),
    personId: ownerOf(name),
    label: "",
  }));
  const sent: { readonly from: string; readonly to: DeviceId; readonly kind: string; readonly at: number }[] =
    [];

  const newLaptop = (name: string, disk = newDisk(), recovery?: HeldRecovery) => {
    let held = recovery ?? null;
    let recovered = (): void => undefined;
    const clock = () => new Date(now).toISOString();
    const vault = nodeVault(aDevice(name), clock, undefined, () => held);
    const listeners = new Set<(from: DeviceId, message: DraftMessage) => void>();
    const peers: LiveCell<readonly TransportPeer[]> = liveCell<readonly TransportPeer[]>([]);
    const saving = liveCell<SaveState>({ state: "saved" });
    const view = liveCell({
      devices,
      me: { personId: ownerOf(name) },
      plan: { slots: [slot] },
      cards: [{ slotId: slot.slotId, personId: personId("ana"), sealed: [] }],
    } as unknown as LoopView);
    let lost = (): void => undefined;
    const parts: DraftParts = {
      loopId,
      vault,
      view,
      ids: { now: () => new Date(now).toISOString() },
      after: (milliseconds, act) => {
        const timer = { at: now + milliseconds, act };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
      sync: {
        peers,
        disk: { state: saving } as unknown as DraftParts["sync"]["disk"],
        drafts: {
          send: (to, message) => {
            sent.push({ from: name, to, kind: message.kind, at: now - start });
            const there = laptops.get(to);
            queueMicrotask(() => there?.hear(vault.device.deviceId, message));
            return there !== undefined;
          },
          onMessage: (listener) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
          },
        },
      },
      store: disk.store,
      onRecovered: (listener) => {
        recovered = listener;
        return () => undefined;
      },
    };
    const copies = openDraftCopies(parts, (listener) => {
      lost = listener;
      return () => undefined;
    });
    return {
      disk,
      copies,
      peers,
      saving,
      losesFocus: () => lost(),
      isGiven: (key: HeldRecovery) => {
        held = key;
        recovered();
      },
      hear: (from: DeviceId, message: DraftMessage) => {
        for (const listener of listeners) listener(from, message);
      },
      write: async (written: Card) => {
        disk.draft = written;
        copies.changed(written);
      },
    };
  };
  const meet = (): void => {
    for (const [id, laptop] of laptops)
      laptop.peers.set(
        [...laptops.keys()].filter((other) => other !== id).map((deviceId) => ({ deviceId, link: "direct" })),
      );
  };
  const come = (name: string, disk = newDisk(), recovery?: HeldRecovery) => {
    const laptop = newLaptop(name, disk, recovery);
    laptops.set(idOf(name), laptop);
    return laptop;
  };
  /** Lets everything that is under way on memory and ciphers come to rest. */
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    come,
    meet,
    rest,
    idOf,
    copiesSent: () => sent.filter(({ kind }) => kind === "draftCopy"),
    leave: (name: string) => void laptops.delete(idOf(name)),
    pass: async (milliseconds: number) => {
      now += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.act();
      }
      await rest();
    },
    close: async () => {
      for (const laptop of laptops.values()) await laptop.copies.close();
    },
  };
};

/** What a laptop stores of all this, in memory. */
const newDisk = () => {
  const settings = new Map<string, unknown>();
  const disk = {
    draft: null as Card | null,
    held: [] as DraftCopy[],
    told: 0,
    store: {
      drafts: {
        stored: async () => ok(disk.draft === null ? null : { card: disk.draft, savedAt: "" }),
        bringBack: async (card: Card, before: Card | null) => {
          if (JSON.stringify(disk.draft) !== JSON.stringify(before)) return ok(false);
          disk.draft = card;
          return ok(true);
        },
      },
      heldDrafts: {
        keep: async (copy: DraftCopy) => {
          disk.held = [copy];
          return ok(undefined);
        },
        ofLoop: async () =>
          ok({ rows: disk.held.map((copy) => ({ id: "", value: { copy } })), unreadable: [] }),
      },
      settings: {
        get: async ({ key, fallback }: { key: string; fallback: unknown }) =>
          ok(settings.get(key) ?? fallback),
        put: async ({ key }: { key: string }, value: unknown) => {
          settings.set(key, value);
          return ok(undefined);
        },
      },
      restored: {
        add: () => {
          disk.told += 1;
        },
      },
    } as unknown as DraftParts["store"],
  };
  return disk;
};

let room: ReturnType<typeof newRoom>;
afterEach(() => room.close());

it("a card in progress lies on at most three colleagues' laptops, and none of them can open it", async () => {
  room = newRoom(["ana", "ben", "cleo", "dora", "emil"]);
  const ana = room.come("ana");
  const others = ["ben", "cleo", "dora", "emil"].map((name) => ({ name, laptop: room.come(name) }));
  room.meet();
  await ana.write(card("quietly-hides-a-flask"));
  ana.losesFocus();
  await room.pass(0);
  const holding = others.filter(({ laptop }) => laptop.disk.held.length > 0);
  expect(holding).toHaveLength(3);
  for (const { name, laptop } of holding) {
    const [copy] = laptop.disk.held;
    expect(JSON.stringify(copy)).not.toContain("flask");
    const opened = await nodeVault(aDevice(name), () => "").drafts.open(copy as DraftCopy);
    expect(opened).toEqual({ ok: false, error: { type: "notForThisDevice" } });
  }
});

it("it goes 30 seconds after the last change, or at once on leaving a question, and never twice in 20 seconds", async () => {
  room = newRoom(["ana", "ben"]);
  const ana = room.come("ana");
  room.come("ben");
  room.meet();
  await ana.write(card(""));
  await ana.write(card("", { "q-samples": 3 }));
  await room.pass(29_999);
  expect(room.copiesSent()).toHaveLength(0);
  await room.pass(1);
  expect(room.copiesSent().map(({ at }) => at)).toEqual([30_000]);
  await ana.write(card("", { "q-samples": 4 }));
  await ana.write(card("", { "q-samples": 4, "q-instruments": 2 }));
  await room.pass(19_999);
  expect(room.copiesSent()).toHaveLength(1);
  await room.pass(1);
  expect(room.copiesSent().map(({ at }) => at)).toEqual([30_000, 50_000]);
});

it("it waits while the shared document is still being written, and while nobody is there", async () => {
  room = newRoom(["ana", "ben"]);
  const ana = room.come("ana");
  await ana.write(card("alone"));
  ana.losesFocus();
  await room.pass(60_000);
  expect(room.copiesSent()).toHaveLength(0);
  ana.saving.set({ state: "saving" });
  const ben = room.come("ben");
  room.meet();
  await room.pass(0);
  expect(room.copiesSent()).toHaveLength(0);
  ana.saving.set({ state: "saved" });
  await room.pass(1_000);
  expect(ben.disk.held).toHaveLength(1);
});

/** Ana wrote, Ben holds the older copy, Cleo the newer one; Ana's laptop left and has an empty disk when it comes back. */
const afterTwoCopies = async () => {
  room = newRoom(["ana", "ben", "cleo"]);
  const ana = room.come("ana");
  const [ben, cleo] = [room.come("ben"), room.come("cleo")];
  room.meet();
  await ana.write(card("first"));
  ana.losesFocus();
  await room.pass(0);
  const older = ben.disk.held[0] as DraftCopy;
  await ana.write(card("second"));
  ana.losesFocus();
  await room.pass(20_000);
  ben.disk.held = [older];
  expect(cleo.disk.held).toHaveLength(1);
  await ana.copies.close();
  room.leave("ana");
  await room.pass(60_000);
  return { older, cleo };
};

it("a laptop that lost its disk gets the newest copy back, says so once, and not over something that is there", async () => {
  const { older } = await afterTwoCopies();
  const again = room.come("ana");
  room.meet();
  await room.rest();
  expect(again.disk.draft).toEqual(card("second"));
  expect(again.disk.told).toBe(1);
  again.disk.draft = card("written since");
  again.hear(room.idOf("cleo"), { kind: "draftCopy", copy: new TextEncoder().encode(JSON.stringify(older)) });
  await room.rest();
  expect(again.disk.draft).toEqual(card("written since"));
});

it.each([
  ["comes", "first", "second"],
  ["does not take the place of what was written since", "written since", "written since"],
])("a newer copy of a colleague who is met later %s", async (_, there, then) => {
  const { cleo } = await afterTwoCopies();
  room.leave("cleo");
  const again = room.come("ana");
  room.meet();
  await room.pass(6_000);
  expect(again.disk.draft).toEqual(card("first"));
  again.disk.draft = card(there);
  await cleo.copies.close();
  room.come("cleo", cleo.disk);
  room.meet();
  await room.pass(6_000);
  expect(again.disk.draft).toEqual(card(then));
  expect(again.disk.told).toBe(1);
});

it("a copy that another laptop passes off as its colleague's is not kept, nor one that is no copy at all", async () => {
  room = newRoom(["ana", "ben", "cleo"]);
  const cleo = room.come("cleo");
  const vault = nodeVault(aDevice("ana"), () => "");
  const copy = await vault.drafts.seal(card("anas"), 1);
  if (!copy.ok) throw new Error(copy.error.type);
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  cleo.hear(room.idOf("ben"), { kind: "draftCopy", copy: bytes(copy.value) });
  const forged = { ...copy.value, header: { ...copy.value.header, number: 9 } };
  cleo.hear(room.idOf("ana"), { kind: "draftCopy", copy: bytes(forged) });
  cleo.hear(room.idOf("ana"), { kind: "draftCopy", copy: Uint8Array.of(0xff, 0x00) });
  await room.rest();
  expect(cleo.disk.held).toEqual([]);
});

it("copies are given back to the laptop that made them and to nobody else", async () => {
  room = newRoom(["ana", "ben", "cleo"]);
  const ana = room.come("ana");
  const ben = room.come("ben");
  room.come("cleo");
  room.meet();
  await ana.write(card("anas"));
  ana.losesFocus();
  await room.pass(0);
  expect(ben.disk.held).toHaveLength(1);
  const before = room.copiesSent().length;
  ben.hear(room.idOf("cleo"), { kind: "askDrafts" });
  await room.rest();
  expect(room.copiesSent()).toHaveLength(before);
});

describe("a card in progress of a laptop that is lost with its keys", () => {
  const agreement = agreementKeyFrom(recoverySecret(new Uint8Array(16).fill(7), nodeCrypto));
  const publicHalf = { publicKey: agreement.publicKey, agreement: null };

  /** Ana wrote and lost her laptop; the one she has now is in the loop under her name. */
  const afterTheLoss = async (recovery?: HeldRecovery, passed = 6_000) => {
    room = newRoom(["ana", "ben", "ana's other", "eve"], { "ana's other": "ana" });
    const ana = room.come("ana", undefined, recovery);
    const ben = room.come("ben");
    room.meet();
    await ana.write(card("halfway"));
    ana.losesFocus();
    await room.pass(0);
    expect(ben.disk.held).toHaveLength(1);
    await ana.copies.close();
    room.leave("ana");
    const other = room.come("ana's other");
    room.meet();
    await room.pass(passed);
    return { ben, other };
  };

  it("comes to another laptop of its author with the recovery key, which may be given after it joined", async () => {
    const { other } = await afterTheLoss(publicHalf);
    expect(other.disk.draft).toBeNull();
    other.isGiven({ publicKey: agreement.publicKey, agreement });
    await room.pass(6_000);
    expect(other.disk.draft).toEqual(card("halfway"));
    expect(other.disk.told).toBe(1);
  });

  it("comes also where the key is given a moment after the laptop joined, and colleagues answer nothing twice so soon", async () => {
    const { other } = await afterTheLoss(publicHalf, 1_000);
    other.isGiven({ publicKey: agreement.publicKey, agreement });
    await room.pass(1_000);
    expect(other.disk.draft).toBeNull();
    await room.pass(6_000);
    expect(other.disk.draft).toEqual(card("halfway"));
  });

  it("does not open with another recovery key, and not where there was none when it was written", async () => {
    const wrong = agreementKeyFrom(recoverySecret(new Uint8Array(16).fill(8), nodeCrypto));
    const first = await afterTheLoss(publicHalf);
    first.other.isGiven({ publicKey: wrong.publicKey, agreement: wrong });
    await room.pass(6_000);
    expect(first.other.disk.draft).toBeNull();
    await room.close();
    const second = await afterTheLoss();
    second.other.isGiven({ publicKey: agreement.publicKey, agreement });
    await room.pass(6_000);
    expect(second.other.disk.draft).toBeNull();
  });

  it("is given to no laptop of anybody else, also to none that has the key", async () => {
    await afterTheLoss(publicHalf);
    const eve = room.come("eve", undefined, { publicKey: agreement.publicKey, agreement });
    room.meet();
    await room.pass(6_000);
    const toEve = room.copiesSent().filter(({ from, to }) => from === "ben" && to === room.idOf("eve"));
    expect(toEve).toEqual([]);
    expect(eve.disk.draft).toBeNull();
  });
});
