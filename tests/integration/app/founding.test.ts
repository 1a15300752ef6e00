import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LoopDraft } from "../../../src/bindings/services";
import { levelIdSchema, loopIdSchema } from "../../../src/domain/ids";
import { err, unwrap } from "../../../src/domain/result";
import type { Store } from "../../../src/store/open-store";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { type Laptop, newLaptop, surroundings } from "../../support/app/laptop";
import { nodeVault } from "../../support/app/node-vault";
import {
  founding,
  foundLoop,
  guideWord,
  morning,
  noonSlot,
  panelDraft,
  panelKit,
} from "../../support/app/panel";
import { anId } from "../../support/builders/ids";
import { aPerson, personId, slotId } from "../../support/builders/record";
import { seededRandom } from "../../support/seeded-random";
import { whenReady } from "../../support/store/when-ready";

let laptop: Laptop;
beforeEach(async () => {
  laptop = newLaptop("ana", surroundings(memoryNetwork({ random: seededRandom(1).next })));
});
afterEach(() => laptop.stop());

/** A laptop with the kit and the candidate, ready to found a loop. */
const prepared = async (spoil: (store: Store) => void = () => undefined) => {
  const running = await laptop.start(founding);
  unwrap(await running.store.kits.add(panelKit));
  const candidateId = unwrap(
    await running.store.candidates.add({ name: "Noor Haddad", contact: "", kitId: panelKit.id }),
  );
  spoil(running.store);
  return { ...running, draft: panelDraft(candidateId) };
};

describe("founding a loop", () => {
  it("shows who is in it, its plan, the whole kit with the guides, and the cards that are owed", async () => {
    const loopId = await foundLoop(laptop);
    const { loops } = await laptop.start(founding);
    const view = unwrap(await loops.open(loopId)).view.get();
    expect(view.me?.name).toBe("ana");
    expect(view.facilitator).toBe(personId("ana"));
    expect(view.persons.map(({ name }) => name)).toEqual(["ana", "ben", "cleo"]);
    expect(view.plan?.slots).toEqual([morning, noonSlot]);
    expect(view.kit).toEqual(panelKit);
    expect(view.kit?.exercises[0]?.roles[0]?.archetype).toBe(guideWord);
    expect(view.cards.map(({ slotId, personId, required }) => ({ slotId, personId, required }))).toEqual([
      { slotId: morning.slotId, personId: personId("ana"), required: true },
      { slotId: morning.slotId, personId: personId("ben"), required: true },
      { slotId: noonSlot.slotId, personId: personId("cleo"), required: true },
    ]);
    expect(view.refused).toEqual([]);
  });

  it("lists the loop with its candidate, kit, level and first day", async () => {
    const loopId = await foundLoop(laptop);
    const { loops } = await laptop.start(founding);
    expect(await whenReady(loops.list)).toEqual([
      {
        loopId,
        candidateName: "Noor Haddad",
        kitId: panelKit.id,
        kitTitle: "Lab Technician",
        levelName: "Junior",
        phase: "planned",
        day: "2026-11-23",
      },
    ]);
  });

  it("interrupted before its last write leaves no loop, and founding again makes one", async () => {
    const cut = await prepared((store) => {
      Object.assign(store, {
        loops: { ...store.loops, add: async () => err({ type: "storeClosed" as const }) },
      });
    });
    expect(await cut.loops.create(cut.draft)).toMatchObject({ error: { type: "storeClosed" } });
    const { store, loops } = await laptop.start(founding);
    expect(await whenReady(store.loops.list)).toEqual([]);
    expect(await whenReady(loops.list)).toEqual([]);
    unwrap(await loops.create(cut.draft));
    expect(await whenReady(loops.list, (list) => list.length > 0)).toHaveLength(1);
  });

  const beginnings: readonly (readonly [string, (draft: LoopDraft) => LoopDraft, string])[] = [
    [
      "whose founder does not facilitate",
      (draft) => ({ ...draft, persons: draft.persons.map(({ name }) => aPerson(name)) }),
      "facilitatorMissing",
    ],
    [
      "that requires a card for a slot nobody planned",
      (draft) => ({
        ...draft,
        plan: {
          ...draft.plan,
          required: [{ slotId: slotId("evening"), personId: personId("ben") }],
        },
      }),
      "planInvalid",
    ],
    [
      "at a level the kit does not have",
      (draft) => ({ ...draft, plan: { ...draft.plan, levelId: levelIdSchema.parse("principal") } }),
      "unknownLevel",
    ],
  ];
  for (const [what, spoil, reason] of beginnings)
    it(`refuses a loop ${what}, and writes nothing`, async () => {
      const { loops, draft, store } = await prepared();
      expect(await loops.create(spoil(draft))).toEqual({ ok: false, error: { type: reason } });
      expect(await whenReady(store.loops.list)).toEqual([]);
      expect(laptop.secretsMade()).toBe(0);
    });
});

describe("opening a loop", () => {
  it("twice at once, as a screen in strict mode does, gives one session and one reader of the document", async () => {
    const loopId = await foundLoop(laptop);
    let opened = 0;
    const vault = nodeVault(laptop.device, () => "2026-11-23T10:00:00.000Z");
    const { loops } = await laptop.start(founding, {
      vault,
      meetFor: () => {
        opened += 1;
        return async () => ({ ok: true, value: undefined });
      },
    });
    const [one, other] = await Promise.all([loops.open(loopId), loops.open(loopId)]);
    expect(unwrap(one)).toBe(unwrap(other));
    await unwrap(one).close();
    expect(unwrap(await loops.open(loopId))).toBe(unwrap(one));
    expect(opened).toBe(1);
  });

  it("that is not on this laptop fails, and may be tried again", async () => {
    const { loops } = await laptop.start(founding);
    const loopId = anId(loopIdSchema, "elsewhere");
    expect(await loops.open(loopId)).toEqual({ ok: false, error: { type: "unknownLoop" } });
    expect(await loops.open(loopId)).toEqual({ ok: false, error: { type: "unknownLoop" } });
  });

  it("whose reading broke off by a bug does not stay broken", async () => {
    const loopId = await foundLoop(laptop);
    const running = await laptop.start(founding);
    const { one } = running.store.loops;
    Object.assign(running.store.loops, {
      one: async () => {
        throw new Error("a bug");
      },
    });
    await expect(running.loops.open(loopId)).rejects.toThrow("a bug");
    Object.assign(running.store.loops, { one });
    expect((await running.loops.open(loopId)).ok).toBe(true);
  });
});
