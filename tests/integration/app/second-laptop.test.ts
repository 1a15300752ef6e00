import { afterEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { aPanel, cardIn, filledCard, morning, type Panel, type Seat } from "../../support/app/panel";

let panel: Panel;
afterEach(() => panel.stop());

/** Cleo leaves: the store opens no more collections in one process than three laptops need. */
const aSmallPanel = async (): Promise<void> => {
  panel = await aPanel();
  await panel.cleo.laptop.stop();
};

const bensOn = (seat: Seat) => cardIn(seat.session(), morning, "ben");
const laptopsOn = (seat: Seat) => seat.session().view.get().ownLaptops;
const otherOn = (seat: Seat) => {
  const other = laptopsOn(seat).find(({ isThis }) => !isThis);
  if (other === undefined) throw new Error("Ben has one laptop only");
  return other;
};
const sealOn = async (seat: Seat, words: string): Promise<void> => {
  unwrap(await seat.session().seal(filledCard(seat.session(), morning, { words })));
};

/** Ben's tablet comes in, and both of his laptops seal the same card without hearing of each other. */
const withTwoVersions = async (): Promise<Seat> => {
  await aSmallPanel();
  const { ana, ben, around } = panel;
  const tablet = await panel.join("tablet", ana, "ben");
  await panel.until(() => laptopsOn(ben).length === 2);
  for (const seat of [ana, ben]) around.network.cut(tablet.laptop.transport(), seat.laptop.transport());
  await sealOn(ben, "on the laptop");
  await sealOn(tablet, "on the tablet");
  for (const seat of [ana, ben]) around.network.mend(tablet.laptop.transport(), seat.laptop.transport());
  await panel.until(() => [ana, ben, tablet].every((seat) => bensOn(seat).sealed.length === 2));
  return tablet;
};

describe("two laptops of one person", () => {
  it("show the same six words for each other's keys, and are told apart from everybody else's", async () => {
    await aSmallPanel();
    const { ana, ben } = panel;
    expect(laptopsOn(ben)).toEqual([]);
    const tablet = await panel.join("tablet", ana, "ben");
    await panel.until(() => laptopsOn(ben).length === 2);
    const own = laptopsOn(tablet).find(({ isThis }) => isThis);
    expect(otherOn(ben)).toMatchObject({ deviceId: tablet.laptop.device.deviceId, words: own?.words });
    expect(own?.words).toHaveLength(6);
    expect(otherOn(tablet).words).not.toEqual(own?.words);
    expect(laptopsOn(ana)).toEqual([]);
  });

  it("wrap keys for each other only after their person compared the words", async () => {
    await aSmallPanel();
    const { ana, ben } = panel;
    const tablet = await panel.join("tablet", ana, "ben");
    await panel.until(() => laptopsOn(ben).length === 2);
    unwrap(await ben.session().vouch(tablet.laptop.device.deviceId as never));
    expect(otherOn(ben).vouched).toBe(true);
    await sealOn(ben, "for both");
    await panel.until(() => bensOn(tablet).sealed.length === 1);
    await ben.laptop.stop();
    unwrap(await ana.session().reveal({ reason: "Ben's laptop is gone." }));
    await panel.until(() => bensOn(ana).sealed[0]?.opened?.state === "open");
  });

  it("leave a card closed that was sealed without vouching, when the laptop that sealed it is gone", async () => {
    await aSmallPanel();
    const { ana, ben } = panel;
    const tablet = await panel.join("tablet", ana, "ben");
    await sealOn(ben, "for one");
    await panel.until(() => bensOn(tablet).sealed.length === 1);
    await ben.laptop.stop();
    unwrap(await ana.session().reveal({ reason: "Ben's laptop is gone." }));
    await panel.until(() => bensOn(tablet).sealed[0]?.opened?.state === "withheld");
    await panel.rest();
    expect(bensOn(ana).sealed[0]?.opened).toEqual({ state: "withheld" });
  });
});

describe("one card sealed on two laptops", () => {
  it("waits for its author, who picks one before the reveal; the other stays and is set aside", async () => {
    const tablet = await withTwoVersions();
    const { ana, ben } = panel;
    expect(bensOn(ana).forked).toBe(true);
    const tablets = bensOn(ben).sealed.find(({ deviceId }) => deviceId === tablet.laptop.device.deviceId);
    if (tablets === undefined) throw new Error("the tablet sealed a version");
    unwrap(await ben.session().choose(morning.slotId, tablets.envelopeHash));
    await panel.until(() => !bensOn(ana).forked);
    unwrap(await ana.session().reveal({ reason: "Nobody else is ready." }));
    await panel.until(() => bensOn(ana).sealed.every(({ opened }) => opened?.state === "open"));
    const outcome = bensOn(ana).sealed.map(({ envelopeHash, setAside, opened }) => ({
      chosen: envelopeHash === tablets.envelopeHash,
      setAside,
      dependence: opened?.state === "open" ? opened.dependence : null,
    }));
    expect(outcome).toHaveLength(2);
    expect(outcome).toContainEqual({ chosen: true, setAside: false, dependence: [] });
    expect(outcome).toContainEqual({ chosen: false, setAside: true, dependence: ["setAside"] });
  });

  it("is not settled by a colleague, by a laptop nobody vouched for, or after the reveal", async () => {
    const tablet = await withTwoVersions();
    const { ana, ben } = panel;
    const [version] = bensOn(ben).sealed;
    const hash = version?.envelopeHash as never;
    expect(await ana.session().choose(morning.slotId, hash)).toMatchObject({ ok: false });
    expect(await tablet.session().choose(morning.slotId, hash)).toMatchObject({
      error: { type: "laptopNotConfirmed" },
    });
    unwrap(await ana.session().reveal({ reason: "Now." }));
    await panel.until(() => ben.session().view.get().reveal !== null);
    expect(await ben.session().choose(morning.slotId, hash)).toMatchObject({
      error: { type: "afterTheCall" },
    });
    await panel.rest();
    expect(bensOn(ana).forked).toBe(true);
  });
});
