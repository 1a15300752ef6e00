import { expect } from "vitest";
import type { LoopDraft, LoopSession } from "../../../src/bindings/services";
import type { Card, Rating } from "../../../src/domain/card/card";
import { newCard } from "../../../src/domain/card/new-card";
import { type LoopId, timestampSchema } from "../../../src/domain/ids";
import { type Kit, kitSchema } from "../../../src/domain/kit/kit";
import type { Slot } from "../../../src/domain/loop/plan";
import { unwrap } from "../../../src/domain/result";
import type { CollectionName } from "../../../src/store/collections/documents";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { aKit } from "../builders/kit";
import { aPerson, aPlan, aSlot, personId } from "../builders/record";
import { seededRandom } from "../seeded-random";
import { whenLive } from "../store/when-ready";
import {
  type Laptop,
  newLaptop,
  type Overrides,
  orStopAll,
  type Running,
  type Surroundings,
  stopAll,
  surroundings,
} from "./laptop";

/** What the guide of the work simulation says, which only some may read. */
export const guideWord = "quietly-hides-the-second-flask";

const spillWithGuide = (kit: Kit): Kit =>
  kitSchema.parse({
    ...kit,
    exercises: kit.exercises.map((exercise) => ({
      ...exercise,
      roles: [
        {
          id: "night-guard",
          name: "Night guard",
          archetype: guideWord,
          playedBy: "HR",
          motivation: "",
          constraints: [],
          tensions: [],
          guidance: [],
          doNot: [],
        },
      ],
    })),
  });

export const panelKit = spillWithGuide(aKit());
export const morning: Slot = aSlot("morning", ["ana", "ben"]);
export const noonSlot: Slot = aSlot("noon", ["cleo"]);

/** Ana facilitates and scores, Ben and Cleo score. */
export const panelDraft = (candidateId: LoopDraft["candidateId"]): LoopDraft => {
  const { candidate: _c, kit: _k, ...plan } = aPlan([morning, noonSlot]);
  return {
    candidateId,
    kitId: panelKit.id,
    persons: [aPerson("ana", ["facilitator", "panelist"]), aPerson("ben"), aPerson("cleo")],
    me: personId("ana"),
    plan,
  };
};

/** What a facilitator's laptop opens to found a loop. */
export const founding: readonly CollectionName[] = [
  "kits",
  "kitParts",
  "kitVersions",
  "candidates",
  "loops",
  "loopUpdates",
  "envelopes",
  "drafts",
  "records",
];

/** Thirteen collections for three laptops, the settings of each among them. */
export const lean: readonly CollectionName[] = ["loops", "drafts", "loopUpdates"];
const leanWithKit: readonly CollectionName[] = [...lean, "kitVersions"];

/** Founds the panel's loop on a laptop and stops the program there. */
export const foundLoop = async (laptop: Laptop, overrides: Partial<LoopDraft> = {}): Promise<LoopId> => {
  const { store, loops } = await laptop.start(founding);
  unwrap(await store.kits.add(panelKit));
  const candidateId = unwrap(
    await store.candidates.add({ name: "Noor Haddad", contact: "", kitId: panelKit.id }),
  );
  const loopId = unwrap(await loops.create({ ...panelDraft(candidateId), ...overrides }));
  await laptop.stop();
  return loopId;
};

/** A laptop with the panel's loop open on it. */
export interface Seat {
  readonly laptop: Laptop;
  readonly running: () => Running;
  readonly session: () => LoopSession;
  /** Stops the program, starts it again and opens the loop. */
  readonly restart: (overrides?: Overrides) => Promise<void>;
}

export interface Panel {
  readonly around: Surroundings;
  readonly loopId: LoopId;
  readonly ana: Seat;
  readonly ben: Seat;
  readonly cleo: Seat;
  readonly seats: readonly Seat[];
  /** Another laptop comes in through the open door of this one, as the person called `name` unless `owner` says whose it is. */
  readonly join: (name: string, host: Seat, owner?: string) => Promise<Seat>;
  /** Lets frames travel until the condition holds; fails where it never does. */
  readonly until: (holds: () => boolean) => Promise<void>;
  /** Lets everything that is under way come to rest. */
  readonly rest: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A timer's turn and not an immediate's: ciphers and disks answer from other threads, which need real time. */
const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Turns of the loop are no measure: on a quick machine thousands of them pass before a disk or a cipher answers. */
const patienceMs = 20_000;

/** Lets a network's frames travel until `holds`. */
export const untilOn =
  ({ network }: Surroundings) =>
  async (holds: () => boolean): Promise<void> => {
    const end = performance.now() + patienceMs;
    while (!holds() && performance.now() < end) {
      await network.settle();
      await turnOfTheLoop();
    }
    expect(holds(), `never came true: ${holds}`).toBe(true);
  };

/** Nothing has moved for this many turns in a row: every promise that was going to be kept was. */
const restfulTurns = 40;

const restOn =
  ({ network }: Surroundings) =>
  async (): Promise<void> => {
    let [quiet, moved] = [0, network.moved()];
    while (quiet < restfulTurns) {
      await network.settle();
      await turnOfTheLoop();
      quiet = network.moved() === moved ? quiet + 1 : 0;
      moved = network.moved();
    }
  };

const newSeat = (laptop: Laptop, collections: readonly CollectionName[], loopId: LoopId) => {
  let running: Running | null = null;
  let session: LoopSession | null = null;
  const there = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error(`nothing runs on ${laptop.name}'s laptop`);
    return value;
  };
  const start = async (overrides?: Overrides): Promise<Running> => {
    running = await laptop.start(collections, overrides);
    return running;
  };
  const open = async (): Promise<void> => {
    session = unwrap(await there(running).loops.open(loopId));
  };
  const seat: Seat = {
    laptop,
    running: () => there(running),
    session: () => there(session),
    restart: async (overrides) => {
      await start(overrides);
      await open();
    },
  };
  return { seat, start, open };
};

/** Lets a laptop that runs knock at the facilitator's open door and admits it as `person`. */
const admit = async (
  { seat, open }: ReturnType<typeof newSeat>,
  facilitator: LoopSession,
  until: Panel["until"],
  owner: string,
): Promise<void> => {
  const { name } = seat.laptop;
  const joining = seat.running().loops.join(facilitator.room.get().invite?.text ?? "", name);
  await until(() => facilitator.room.get().lobby.some((request) => request.name === name));
  const request = facilitator.room.get().lobby.find((waiting) => waiting.name === name);
  unwrap(await facilitator.admit(request?.requestId ?? "", personId(owner)));
  await whenLive(joining, (state): state is typeof state => state.step === "admitted");
  joining.cancel();
  await open();
};

/** Three laptops in one room with a planned loop: Ana founded it, Ben and Cleo were let in. */
export const aPanel = async (overrides: Partial<LoopDraft> = {}): Promise<Panel> => {
  const around = surroundings(memoryNetwork({ random: seededRandom(7).next }));
  const [anas, bens, cleos] = ["ana", "ben", "cleo"].map((name) => newLaptop(name, around)) as [
    Laptop,
    Laptop,
    Laptop,
  ];
  const loopId = await orStopAll([anas], () => foundLoop(anas, overrides));
  const until = untilOn(around);
  const ana = newSeat(anas, leanWithKit, loopId);
  const [ben, cleo] = [newSeat(bens, lean, loopId), newSeat(cleos, lean, loopId)];
  const letIn = async (
    guest: ReturnType<typeof newSeat>,
    host: LoopSession,
    owner: string = guest.seat.laptop.name,
  ): Promise<void> => {
    await guest.start();
    await admit(guest, host, until, owner);
    await until(() => guest.seat.session().view.get().me !== null);
  };
  await orStopAll([anas, bens, cleos], async () => {
    await ana.start();
    await ana.open();
    unwrap(await ana.seat.session().startHosting());
    for (const guest of [ben, cleo]) await letIn(guest, ana.seat.session());
  });
  const seats = [ana.seat, ben.seat, cleo.seat];
  return {
    around,
    loopId,
    ana: ana.seat,
    ben: ben.seat,
    cleo: cleo.seat,
    seats,
    join: async (name, host, owner = name) => {
      const guest = newSeat(newLaptop(name, around), lean, loopId);
      await orStopAll([guest.seat.laptop], () => letIn(guest, host.session(), owner));
      seats.push(guest.seat);
      return guest.seat;
    },
    until,
    rest: restOn(around),
    stop: () => stopAll(seats.map(({ laptop }) => laptop)),
  };
};

/** A card of the person a session belongs to, filled in. */
export const filledCard = (
  session: LoopSession,
  slot: Slot,
  { rating = 3, words = "" }: { readonly rating?: number; readonly words?: string } = {},
): Card => {
  const { me, plan, loopId } = session.view.get();
  if (me === null || plan === null) throw new Error("not in the loop yet");
  const author = { loopId, personId: me.personId, kitRoot: plan.kit.kitRoot };
  const empty = newCard(slot, author, timestampSchema.parse("2026-11-23T09:30:00.000Z"));
  const rated: Rating = { kind: "rated", value: rating };
  return {
    ...empty,
    answers: empty.answers.map((answer) => ({
      ...answer,
      state: "asked",
      rating: rated,
      notes: [{ atMs: null, quote: false, text: `noted ${words}` }],
    })),
    overall: { kind: "call", call: "yes" },
    takeaway: `in short ${words}`,
  };
};

/** The state of one card in a session's view. */
export const cardIn = (session: LoopSession, slot: Slot, name: string) => {
  const card = session.view
    .get()
    .cards.find((state) => state.slotId === slot.slotId && state.personId === personId(name));
  if (card === undefined) throw new Error(`no card of ${name} in ${slot.title}`);
  return card;
};

/** Who owes which card: seat, slot. */
export const ownSlots = ({ ana, ben, cleo }: Panel) =>
  [
    [ana, morning],
    [ben, morning],
    [cleo, noonSlot],
  ] as const;

/** Everybody seals the card they owe and everybody's laptop hears of it. */
export const sealAll = async (panel: Panel): Promise<void> => {
  for (const [seat, slot] of ownSlots(panel))
    unwrap(
      await seat.session().seal(filledCard(seat.session(), slot, { words: `${seat.laptop.name}-words` })),
    );
  await panel.until(() =>
    panel.seats.every((seat) =>
      seat
        .session()
        .view.get()
        .cards.every(({ sealed }) => sealed.length === 1),
    ),
  );
};
