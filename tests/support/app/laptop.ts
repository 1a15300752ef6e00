import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import type * as Y from "yjs";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { createLoopService } from "../../../src/app/loop/loop-service";
import type { Meet } from "../../../src/app/loop/room";
import type { LoopId } from "../../../src/domain/ids";
import { err, ok, unwrap } from "../../../src/domain/result";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { CollectionName } from "../../../src/store/collections/documents";
import { openStore, type Store } from "../../../src/store/open-store";
import type { FrameCipher } from "../../../src/sync/gate/frame-cipher";
import type { MemoryNetwork } from "../../../src/sync/transport/in-memory";
import type { Transport } from "../../../src/sync/transport/transport";
import { type BundleDesk, bridgeOf, bundleDesk, type HeldKeys, type Stick } from "../bundle/bundle-desk";
import { aDevice, keysOf } from "../sealing/devices";
import { createFakeSubjectKeys } from "../store/fake-subject-keys";
import type { AnyStorage } from "../store/store-bench";
import { tickingClock } from "../store/store-bench";
import { createFakeLan, type FakeLan } from "./fake-lan";
import { nodeVault } from "./node-vault";
import { newSpareDisk, type SpareDisk, withSpares } from "./spare-repositories";

/** What several laptops of one test share: the air between them, the clock on the wall. */
export interface Surroundings {
  readonly network: MemoryNetwork;
  readonly cipher: FrameCipher;
  readonly lan: ReturnType<typeof createFakeLan>;
  readonly now: ReturnType<typeof tickingClock>;
  /** Carried from laptop to laptop, for tests without a network. */
  stick: Stick | null;
}

const stickOf = ({ stick }: Surroundings): Stick => {
  if (stick === null) throw new Error("nobody brought a stick");
  return stick;
};

/** A key for every loop this laptop was let into; the fake lobby hands over no secret. */
const keysHeld = (secrets: ReadonlySet<LoopId>): HeldKeys =>
  new Map([...secrets].map((loopId) => [loopId, new Map([[1, nodeCrypto.sha256(nodeCrypto.utf8(loopId))]])]));

export const surroundings = (network: MemoryNetwork, cipher: FrameCipher): Surroundings => ({
  network,
  cipher,
  lan: createFakeLan(),
  now: tickingClock(),
  stick: null,
});

/** The program while it runs on a laptop. */
export interface Running {
  readonly store: Store;
  readonly loops: ReturnType<typeof createLoopService>;
}

/** One laptop: its keys and its disk outlive the program, which is started and stopped on it. */
export interface Laptop {
  readonly name: string;
  readonly device: DeviceIdentity;
  readonly lan: FakeLan;
  /** Main's part in bundles, with the stick of the surroundings in it. */
  readonly desk: BundleDesk;
  readonly storage: AnyStorage;
  readonly database: string;
  readonly spare: SpareDisk;
  /** Starts the program with these collections of the store; whatever ran before is stopped first. */
  readonly start: (collections: readonly CollectionName[], overrides?: Overrides) => Promise<Running>;
  readonly stop: () => Promise<void>;
  /** How this laptop meets the others, for tests that put something before it. */
  readonly meetFor: (loopId: LoopId) => Meet;
  /** The document this laptop is in a room with. */
  readonly doc: () => Y.Doc;
  readonly transport: () => Transport;
}

/** Parts of the program a test puts something else in the place of. */
export type Overrides = Partial<Pick<Parameters<typeof createLoopService>[0], "vault" | "meetFor" | "ids">>;

let laptops = 0;

export const newLaptop = (
  name: string,
  around: Surroundings,
  storage: AnyStorage = getRxStorageMemory(),
): Laptop => {
  const { network, cipher, lan, now } = around;
  laptops += 1;
  const database = `laptop${laptops}`;
  const device = aDevice(name);
  const ownLan = lan.laptop(keysOf(device));
  const subjectKeys = createFakeSubjectKeys();
  const spare = newSpareDisk();
  const desk = bundleDesk(device, () => keysHeld(ownLan.secrets), {
    path: (file) => stickOf(around).path(file),
  });
  let ids = 0;
  let running: Running | null = null;
  let joined: { readonly doc: Y.Doc; readonly transport: Transport } | null = null;

  const newId = (): string => {
    ids += 1;
    return `${name}-${ids}`.padEnd(22, "_");
  };
  const meetFor =
    (loopId: LoopId): Meet =>
    async (sync) => {
      if (!ownLan.secrets.has(loopId)) return err({ type: "noLoopSecret" });
      const transport = network.transport();
      const connect: Transport["connect"] = (session) => {
        joined = { doc: session.doc, transport };
        transport.connect(session);
      };
      await sync.join({ ...transport, connect }, cipher);
      return ok(undefined);
    };
  const stop = async (): Promise<void> => {
    const stopped = running;
    running = null;
    await stopped?.loops.closeAll();
    await stopped?.store.close();
  };
  const room = () => {
    if (joined === null) throw new Error(`${name} is in no room`);
    return joined;
  };
  return {
    name,
    device,
    lan: ownLan,
    desk,
    storage,
    database,
    spare,
    start: async (collections, overrides = {}) => {
      await stop();
      const opened = unwrap(
        await openStore({ storage, subjectKeys, name: database, now, newId, collections }),
      );
      const store = withSpares(opened, collections, spare);
      const loops = createLoopService({
        store,
        vault: nodeVault(device, now),
        lan: ownLan.bridge,
        ids: { newId, now },
        bundles: bridgeOf(desk),
        deviceLabel: `${name}'s laptop`,
        meetFor,
        makeLoopSecret: async (loopId) => ok(ownLan.secrets.add(loopId)),
        ...overrides,
      });
      running = { store, loops };
      return running;
    },
    stop,
    meetFor,
    doc: () => room().doc,
    transport: () => room().transport,
  };
};
