import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import type { KeptWords } from "../../../src/domain/loop/kept-words";
import { unwrap } from "../../../src/domain/result";
import { sealDraftCopy } from "../../../src/domain/sealing/draft-copy";
import type { Store } from "../../../src/store/open-store";
import { aCard, aSlot, loopId, noon } from "../../support/builders/record";
import { aDevice, keysOf } from "../../support/sealing/devices";
import { assertEqual, type ContractCase } from "./contract-case";

const slot = aSlot("bench", ["ana"]);
const other = aSlot("desk", ["ana"]);

const copyBy = (name: string, number: number, at = slot) => {
  const device = aDevice(name);
  const recipient = { kind: "device" as const, deviceId: keysOf(device).deviceId };
  const to = [{ recipient, agreeKey: device.agreement.publicKey }];
  return unwrap(sealDraftCopy(aCard(at, "ana", {}), number, to, device, nodeCrypto));
};

const openLoop = async (opening: Promise<Store>): Promise<Store> => {
  const store = await opening;
  unwrap(await store.openSubject(loopId, "create"));
  return store;
};

const numbersHeld = async ({ heldDrafts }: Store): Promise<readonly number[]> => {
  const { rows } = unwrap(await heldDrafts.ofLoop(loopId));
  return rows.map(({ value }) => value.copy.header.number).sort((one, more) => one - more);
};

/** As a laptop of the first version wrote it. */
const emptied: KeptWords = {
  id: "kept-1",
  note: { kind: "discussion", item: "care" },
  words: "We heard two things about it.",
  how: "emptied",
  deviceId: keysOf(aDevice("ben")).deviceId,
  at: noon,
};

export const heldDraftCases: readonly ContractCase[] = [
  {
    name: "of the copies by one laptop for one slot only the newest is held, in whatever order they come",
    run: async (bench) => {
      const store = await openLoop(bench.open());
      for (const number of [2, 5, 3]) unwrap(await store.heldDrafts.keep(copyBy("ana", number)));
      await Promise.all([7, 6].map((number) => store.heldDrafts.keep(copyBy("ana", number))));
      assertEqual(await numbersHeld(store), [7]);
    },
  },
  {
    name: "what is held is there after a reopening, byte for byte",
    run: async (bench) => {
      const copy = copyBy("ana", 4);
      unwrap(await (await openLoop(bench.open())).heldDrafts.keep(copy));
      const { rows } = unwrap(await (await bench.open()).heldDrafts.ofLoop(loopId));
      assertEqual(
        rows.map(({ value }) => value.copy),
        [copy],
      );
    },
  },
  {
    name: "copies of other laptops and for other slots are held beside each other",
    run: async (bench) => {
      const store = await openLoop(bench.open());
      for (const copy of [copyBy("ana", 1), copyBy("ana at home", 2), copyBy("ana", 3, other)])
        unwrap(await store.heldDrafts.keep(copy));
      assertEqual(await numbersHeld(store), [1, 2, 3]);
    },
  },
  {
    name: "words that went out of shared notes are kept beside them through a restart, and are no card in progress",
    run: async (bench) => {
      const store = await openLoop(bench.open());
      unwrap(await store.heldDrafts.keep(copyBy("ana", 1)));
      unwrap(await store.keptWords.put(loopId, [emptied]));
      assertEqual(await numbersHeld(store), [1]);
      await store.close();
      const again = await openLoop(bench.open());
      assertEqual(unwrap(await again.keptWords.ofLoop(loopId)), [emptied]);
      assertEqual(await numbersHeld(again), [1]);
      assertEqual(again.unreadable.get(), []);
    },
  },
];
