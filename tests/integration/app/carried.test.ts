import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { aPanelApart, type LonelySeat, type PanelApart } from "../../support/app/apart";
import { filledCard, morning, noonSlot } from "../../support/app/panel";
import { aHire, personId } from "../../support/builders/record";
import { seededRandom } from "../../support/seeded-random";

let panel: PanelApart;
beforeEach(async () => {
  panel = await aPanelApart();
});
afterEach(() => panel.stop());

const slotOf = ({ laptop }: LonelySeat) => (laptop.name === "cleo" ? noonSlot : morning);
const sealOwn = async (seat: LonelySeat): Promise<void> => {
  unwrap(
    await seat
      .session()
      .seal(filledCard(seat.session(), slotOf(seat), { words: `${seat.laptop.name}-words` })),
  );
};
const viewOf = (seat: LonelySeat) => seat.session().view.get();
const sealedOn = (seat: LonelySeat): number =>
  viewOf(seat).cards.filter(({ sealed }) => sealed.length > 0).length;

const decision = aHire();

describe("a loop carried on a stick", () => {
  it("gives a laptop that was let in and reached nobody the panel, the plan and the kit", async () => {
    expect(viewOf(panel.ben).me).toBeNull();
    await panel.ana.write("loop.pbloop");
    const offer = await panel.ben.take("loop.pbloop");
    expect(offer).toMatchObject({ personName: "ana", part: "whole", signedOnly: false, name: "loop.pbloop" });
    const view = viewOf(panel.ben);
    expect(view.me?.name).toBe("ben");
    expect(view.plan?.slots).toEqual([morning, noonSlot]);
    expect(view.kit?.title).toBe("Lab Technician");
    expect(view.refused).toEqual([]);
  });

  it("taken twice changes nothing, on the screen or on the disk", async () => {
    await sealOwn(panel.ana);
    panel.ana.session().handOff(null, "Ask about glassware.");
    await panel.ana.write("loop.pbloop");
    const first = await panel.ben.take("loop.pbloop");
    expect(first.brings).toMatchObject({ cards: 1, notes: 1 });
    const [view, before] = [viewOf(panel.ben), await panel.ben.disk()];
    const second = await panel.ben.take("loop.pbloop");
    expect(second.brings).toEqual({ cards: 0, entries: 0, notes: 0, marks: 0 });
    expect(viewOf(panel.ben)).toEqual(view);
    expect(await panel.ben.disk()).toEqual(before);
  });

  it("is still there after the program was started again", async () => {
    await sealOwn(panel.ana);
    await panel.ana.write("loop.pbloop");
    await panel.ben.take("loop.pbloop");
    await panel.ben.restart();
    expect(sealedOn(panel.ben)).toBe(1);
  });

  it("as one person's contribution brings their card and hand-offs, and nothing of anybody else", async () => {
    await panel.ana.write("start.pbloop");
    await panel.ben.take("start.pbloop");
    await panel.cleo.take("start.pbloop");
    for (const seat of panel.seats) await sealOwn(seat);
    await panel.cleo.write("cleo.pbloop");
    await panel.ben.take("cleo.pbloop");
    panel.ben.session().handOff(null, "Ask about glassware.");
    panel.ben.session().setDiscussion("overall", "Ben's debrief note");
    await panel.ben.write("ben.pbloop", "own");
    const offer = await panel.ana.take("ben.pbloop");
    expect(offer).toMatchObject({ personName: "ben", part: "own", brings: { cards: 1, notes: 1, marks: 0 } });
    const view = viewOf(panel.ana);
    expect(view.handOffs.map(({ text, from }) => [text, from])).toEqual([
      ["Ask about glassware.", personId("ben")],
    ]);
    expect(sealedOn(panel.ana)).toBe(2);
    expect(panel.ana.session().discussion("overall").get()).toBe("");
    for (const seat of panel.seats) expect(seat.session().refused.get().rows).toEqual([]);
  });
});

/** Who knows the loop writes, anybody takes, in a seeded order, each bundle several times, until all have everything. */
const passAround = async (
  { seats }: PanelApart,
  seed: number,
  isDone: () => boolean,
  name: string,
): Promise<void> => {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random.next() * items.length)] as Item;
  const written: string[] = [];
  for (let round = 0; round < 60 && !isDone(); round += 1) {
    const file = `${name}-${round}.pbloop`;
    const knowing = seats.filter((seat) => viewOf(seat).me !== null);
    await pick(knowing).write(file, random.next() < 0.3 ? "own" : "whole");
    written.push(file);
    // Old bundles come again, and new ones are taken more than once.
    for (let count = 0; count < 2; count += 1) await pick(seats).take(pick(written));
  }
  expect(isDone(), `seed ${seed}: ${name}`).toBe(true);
};

describe("a whole day by stick alone, in any order and more than once", () => {
  for (const seed of [1, 2, 3])
    it(`leads every laptop to the same decision (seed ${seed})`, async () => {
      const every = (holds: (seat: LonelySeat) => boolean) => () => panel.seats.every(holds);
      await passAround(
        panel,
        seed,
        every((seat) => viewOf(seat).me !== null && viewOf(seat).kit !== null),
        "start",
      );
      for (const seat of panel.seats) await sealOwn(seat);
      await passAround(
        panel,
        seed + 10,
        every((seat) => sealedOn(seat) === 3),
        "cards",
      );
      unwrap(await panel.ana.session().reveal(null));
      const isOpen = (seat: LonelySeat): boolean =>
        viewOf(seat).cards.every(({ sealed }) => sealed.every(({ opened }) => opened?.state === "open"));
      await passAround(panel, seed + 20, every(isOpen), "releases");
      unwrap(await panel.ana.session().decide(decision));
      await passAround(
        panel,
        seed + 30,
        every((seat) => viewOf(seat).decision !== null),
        "decision",
      );
      const closed = unwrap(await panel.ana.session().record());
      await panel.ana.write("closed.pbloop");
      for (const seat of [panel.ben, panel.cleo]) {
        expect((await seat.session().record()).ok).toBe(false);
        await seat.take("closed.pbloop");
        expect(unwrap(await seat.session().record())).toEqual(closed);
      }
      const [ana, ben, cleo] = panel.seats.map((seat) => {
        const { decision: taken, cards, coverage, handOffs, refused } = viewOf(seat);
        const opened = cards.map(({ sealed, ...card }) => ({
          ...card,
          sealed: sealed.map(({ heldBy: _, ...revision }) => revision),
        }));
        return { taken, opened, coverage, handOffs, refused };
      });
      expect(ben).toEqual(ana);
      expect(cleo).toEqual(ana);
      expect(ana?.refused).toEqual([]);
      expect(ana?.taken?.decision.outcome).toBe("hire");
    });
});
