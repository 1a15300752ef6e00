import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import type * as Y from "yjs";
import { afterTimeout } from "../../../src/app/loop/after";
import { createLoopService } from "../../../src/app/loop/loop-service";
import type { Meet } from "../../../src/app/loop/room";
import { type LoopId, loopIdSchema } from "../../../src/domain/ids";
import { err, ok, unwrap } from "../../../src/domain/result";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { CollectionName } from "../../../src/store/collections/documents";
import { openStore, type Store } from "../../../src/store/open-store";
import type { MemoryNetwork } from "../../../src/sync/transport/in-memory";
import type { Transport } from "../../../src/sync/transport/transport";
import { type BundleDesk, bridgeOf, bundleDesk, type Stick } from "../bundle/bundle-desk";
import { aDevice, keysOf } from "../sealing/devices";
import { createFakeSubjectKeys, type FakeSubjectKeys } from "../store/fake-subject-keys";
import type { AnyStorage } from "../store/store-bench";
import { tickingClock } from "../store/store-bench";
import { createFakeLan, type FakeLan } from "./fake-lan";
import { bundleKeysIn, channelOf, type LaptopSecrets, newLaptopSecrets } from "./laptop-secrets";
import { nodeVault } from "./node-vault";
import { newSpareDisk, type SpareDisk, withSpares } from "./spare-repositories";

/** What several laptops of one test share: the air between them, the clock on the wall. */
export interface Surroundings {
  readonly network: MemoryNetwork;
  readonly lan: ReturnType<typeof createFakeLan>;
  readonly now: ReturnType<typeof tickingClock>;
  /** Carried from laptop to laptop, for tests without a network. */
  stick: Stick | null;
}

const stickOf = ({ stick }: Surroundings): Stick => {
  if (stick === null) throw new Error("nobody brought a stick");
  return stick;
};

export const surroundings = (network: MemoryNetwork): Surroundings => ({
  network,
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
  readonly secrets: LaptopSecrets;
  /** How many loops were given a first secret here. */
  readonly secretsMade: () => number;
  /** The vault of this laptop, for tests that look into it. */
  readonly subjectKeys: FakeSubjectKeys;
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
export type Overrides = Partial<
  Pick<Parameters<typeof createLoopService>[0], "vault" | "meetFor" | "ids" | "lan">
>;

/** Stops all of them, also after one that fails to: the process has only so many collections, and the next test needs them. */
export const stopAll = async (running: readonly Pick<Laptop, "stop">[]): Promise<void> => {
  const stopped = await Promise.allSettled(running.map((laptop) => laptop.stop()));
  for (const outcome of stopped) if (outcome.status === "rejected") throw outcome.reason;
};

/** Stops the laptops where what begins on them fails: then nobody else has them in hand. */
export const orStopAll = async <Value>(
  running: readonly Pick<Laptop, "stop">[],
  begin: () => Promise<Value>,
): Promise<Value> => {
  try {
    return await begin();
  } catch (error) {
    await stopAll(running);
    throw error;
  }
};

let laptops = 0;

export const newLaptop = (
  name: string,
  around: Surroundings,
  storage: AnyStorage = getRxStorageMemory(),
): Laptop => {
  const { network, lan, now } = around;
  laptops += 1;
  const database = `laptop${laptops}`;
  const device = aDevice(name);
  const secrets = newLaptopSecrets();
  const ownLan = lan.laptop(keysOf(device), secrets);
  const subjectKeys = createFakeSubjectKeys();
  const spare = newSpareDisk();
  const desk = bundleDesk(device, () => bundleKeysIn(secrets), {
    path: (file) => stickOf(around).path(file),
  });
  let ids = 0;
  let secretsMade = 0;
  let running: Running | null = null;
  let joined: { readonly doc: Y.Doc; readonly transport: Transport } | null = null;

  const newId = (): string => {
    ids += 1;
    return `${name}-${ids}`.padEnd(22, "_");
  };
  const meetFor =
    (loopId: LoopId): Meet =>
    async (sync) => {
      const secret = secrets.newest(loopId);
      if (!secret.ok) return err({ type: "noLoopSecret" });
      const { topic, cipher } = await channelOf(secret.value);
      const transport = network.transport(topic);
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
    try {
      await stopped?.loops.closeAll();
    } finally {
      await stopped?.store.close();
    }
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
    secrets,
    secretsMade: () => secretsMade,
    subjectKeys,
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
        vault: nodeVault(device, now, secrets),
        lan: ownLan.bridge,
        ids: { newId, now },
        bundles: bridgeOf(desk),
        deviceLabel: `${name}'s laptop`,
        lockRecovery: async () => ok(undefined),
        destroySubject: async (subjectId) => {
          subjectKeys.refuse(subjectId, "destroyed");
          secrets.destroy(loopIdSchema.parse(subjectId));
          return ok(undefined);
        },
        forgetJoining: async (loopId) => {
          subjectKeys.forget(loopId);
          secrets.destroy(loopId);
          return ok(undefined);
        },
        meetFor,
        after: (milliseconds, act) => afterTimeout(milliseconds / 40, act),
        makeLoopSecret: async (loopId) => {
          secretsMade += 1;
          return ok(unwrap(secrets.create(loopId)));
        },
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
