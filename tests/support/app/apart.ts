import type { BundleOffer, BundleVerdict, JobOptions } from "../../../src/bindings/bundles";
import type { Failure, LoopSession } from "../../../src/bindings/services";
import type { LoopId } from "../../../src/domain/ids";
import type { BundlePart } from "../../../src/domain/loop/bundle/contents";
import { ok, type Result, unwrap } from "../../../src/domain/result";
import type { CollectionName } from "../../../src/store/collections/documents";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { personId } from "../builders/record";
import { newStick, type Stick } from "../bundle/bundle-desk";
import { seededRandom } from "../seeded-random";
import { whenLive } from "../store/when-ready";
import {
  type Laptop,
  newLaptop,
  type Overrides,
  orStopAll,
  type Running,
  stopAll,
  surroundings,
} from "./laptop";
import { foundLoop } from "./panel";

/** A laptop that is in the loop and reaches no other. */
export interface LonelySeat {
  readonly laptop: Laptop;
  readonly session: () => LoopSession;
  /** Writes the loop onto the stick. */
  readonly write: (name: string, part?: BundlePart) => Promise<void>;
  readonly choose: (name: string, loopId?: LoopId | null) => Promise<Result<BundleOffer, Failure>>;
  /** Compares what is on the stick under this name with this laptop's record. */
  readonly compare: (name: string) => Promise<Result<BundleVerdict, Failure>>;
  /** Takes in what is on the stick under this name. */
  readonly take: (name: string) => Promise<BundleOffer>;
  readonly restart: () => Promise<void>;
  /** The loop's records as they lie on the disk. */
  readonly disk: () => Promise<readonly Uint8Array[]>;
}

export interface PanelApart {
  readonly loopId: LoopId;
  readonly stick: Stick;
  readonly ana: LonelySeat;
  readonly ben: LonelySeat;
  readonly cleo: LonelySeat;
  readonly seats: readonly LonelySeat[];
  readonly stop: () => Promise<void>;
}

/** There is a room, and nobody is in it. */
const alone: Overrides = { meetFor: () => async () => ok(undefined) };

/** A job nobody watches and nobody stops. */
export const quietly: JobOptions = { onProgress: () => undefined, signal: new AbortController().signal };

const newLonelySeat = (laptop: Laptop, collections: readonly CollectionName[], loopId: LoopId) => {
  let running: Running | null = null;
  let session: LoopSession | null = null;
  const there = (): Running => {
    if (running === null) throw new Error(`nothing runs on ${laptop.name}'s laptop`);
    return running;
  };
  const program = () => there().loops;
  const open = async (): Promise<void> => {
    session = unwrap(await program().open(loopId));
  };
  const start = async (): Promise<void> => {
    running = await laptop.start(collections, alone);
  };
  const choose: LonelySeat["choose"] = (name, wanted = loopId) => {
    laptop.desk.choose(name);
    return program().bundles.choose(wanted, quietly);
  };
  const seat: LonelySeat = {
    laptop,
    session: () => {
      if (session === null) throw new Error(`${laptop.name} has not opened the loop`);
      return session;
    },
    write: async (name, part = "whole") => {
      laptop.desk.saveNextAs(name);
      unwrap(await program().bundles.write(loopId, part, quietly));
    },
    choose,
    compare: async (name) => {
      const { record } = unwrap(await seat.session().record());
      laptop.desk.choose(name);
      return program().bundles.compare(record, quietly);
    },
    take: async (name) => {
      const offer = unwrap(await choose(name));
      unwrap(await offer.take());
      return offer;
    },
    restart: async () => {
      await start();
      await open();
    },
    disk: async () => unwrap(await there().store.loopUpdates.load(loopId)).updates,
  };
  return { seat, start, open, program };
};

/** Lets a laptop in at the facilitator's door, over which nothing but the loop's secret goes. */
const admit = async (
  { seat, program, open }: ReturnType<typeof newLonelySeat>,
  facilitator: LoopSession,
): Promise<void> => {
  const { name } = seat.laptop;
  const joining = program().join(facilitator.room.get().invite?.text ?? "", name);
  const { lobby } = await whenLive(facilitator.room, (room): room is typeof room =>
    room.lobby.some((waiting) => waiting.name === name),
  );
  const request = lobby.find((waiting) => waiting.name === name);
  unwrap(await facilitator.admit(request?.requestId ?? "", personId(name)));
  await whenLive(joining, (state): state is typeof state => state.step === "admitted");
  joining.cancel();
  await open();
};

/** Ana's loop with Ben and Cleo admitted, on three laptops that never meet: only a stick goes from one to another. */
export const aPanelApart = async (seed = 7): Promise<PanelApart> => {
  const around = surroundings(memoryNetwork({ random: seededRandom(seed).next }));
  const stick = await newStick();
  around.stick = stick;
  const [anas, bens, cleos] = ["ana", "ben", "cleo"].map((name) => newLaptop(name, around)) as [
    Laptop,
    Laptop,
    Laptop,
  ];
  const loopId = await orStopAll([anas], () => foundLoop(anas));
  const ana = newLonelySeat(anas, ["loops", "drafts", "loopUpdates", "kitVersions"], loopId);
  const guests = [bens, cleos].map((laptop) =>
    newLonelySeat(laptop, ["loops", "drafts", "loopUpdates"], loopId),
  ) as [ReturnType<typeof newLonelySeat>, ReturnType<typeof newLonelySeat>];
  await orStopAll([anas, bens, cleos], async () => {
    await ana.start();
    await ana.open();
    unwrap(await ana.seat.session().startHosting());
    for (const guest of guests) {
      await guest.start();
      await admit(guest, ana.seat.session());
    }
    await ana.seat.session().stopHosting();
  });
  const seats = [ana.seat, ...guests.map(({ seat }) => seat)];
  return {
    loopId,
    stick,
    ana: ana.seat,
    ben: guests[0].seat,
    cleo: guests[1].seat,
    seats,
    stop: async () => {
      await stopAll(seats.map(({ laptop }) => laptop)).finally(stick.remove);
    },
  };
};
