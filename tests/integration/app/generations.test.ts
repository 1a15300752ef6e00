import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import {
  aPanel,
  cardIn,
  filledCard,
  morning,
  noonSlot,
  type Panel,
  type Seat,
} from "../../support/app/panel";
import { personId } from "../../support/builders/record";

const generationOf = ({ laptop }: Seat, { loopId }: Panel): number =>
  unwrap(laptop.secrets.newest(loopId)).generation;

const roomsOf = (panel: Panel, ...seats: readonly Seat[]) => seats.map((seat) => generationOf(seat, panel));

const notesOf = (seat: Seat): readonly string[] =>
  seat
    .session()
    .view.get()
    .handOffs.map(({ text }) => text);

const meets = (seat: Seat, other: Seat): boolean =>
  seat
    .session()
    .room.get()
    .peers.some(({ deviceId, link }) => deviceId === other.laptop.device.deviceId && link === "direct");

describe("a laptop that is removed", () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await aPanel();
    unwrap(await panel.cleo.session().seal(filledCard(panel.cleo.session(), noonSlot)));
    await panel.until(() => cardIn(panel.ana.session(), noonSlot, "cleo").sealed.length === 1);
    unwrap(await panel.ana.session().remove({ personId: personId("cleo") }, "left the panel"));
    await panel.until(() => meets(panel.ana, panel.ben) && generationOf(panel.ben, panel) === 2);
  });
  afterAll(() => panel.stop());

  it("is told by whom and why, and that it was it", async () => {
    await panel.until(() => panel.cleo.session().view.get().removed !== null);
    expect(panel.cleo.session().view.get()).toMatchObject({
      me: null,
      removed: { by: personId("ana"), personId: personId("cleo"), reason: "left the panel" },
    });
  });

  it("leaves the room, while the others go on together in the next generation without a restart", async () => {
    await panel.until(() => panel.cleo.session().room.get().peers.length === 0);
    expect(roomsOf(panel, panel.ana, panel.ben, panel.cleo)).toEqual([2, 2, 1]);
    expect(panel.ana.session().view.get().removals).toHaveLength(1);
    expect(panel.ana.session().view.get().removed).toBeNull();
  });

  it("reads nothing that is written after it, also in the room it still has the secret of", async () => {
    panel.ana.session().handOff(null, "after the removal");
    await panel.until(() => notesOf(panel.ben).includes("after the removal"));
    const secret = unwrap(panel.cleo.laptop.secrets.newest(panel.loopId));
    expect(secret.generation).toBe(1);
    expect(unwrap(panel.ana.laptop.secrets.newest(panel.loopId)).secret).not.toEqual(secret.secret);
    await panel.cleo.restart();
    await panel.rest();
    expect(notesOf(panel.cleo)).not.toContain("after the removal");
  });

  it("leaves what it sealed before where it is", () => {
    for (const seat of [panel.ana, panel.ben])
      expect(cardIn(seat.session(), noonSlot, "cleo").sealed).toHaveLength(1);
  });

  it("cannot seal any more and says so", async () => {
    const before = cardIn(panel.ana.session(), morning, "ben").sealed.length;
    const card = filledCard(panel.ben.session(), morning);
    expect(await panel.cleo.session().seal({ ...card, personId: personId("cleo") })).toEqual({
      ok: false,
      error: { type: "removed" },
    });
    expect(cardIn(panel.ana.session(), morning, "ben").sealed).toHaveLength(before);
  });

  it("cannot open the room again", async () => {
    expect(await panel.cleo.session().startHosting()).toMatchObject({ error: { type: "removed" } });
  });

  it("is in again where the facilitator lets it in anew", async () => {
    const { ana, cleo } = panel;
    const joining = cleo.running().loops.join(ana.session().room.get().invite?.text ?? "", "cleo");
    await panel.until(() => ana.session().room.get().lobby.length === 1);
    const [request] = ana.session().room.get().lobby;
    unwrap(await ana.session().admit(request?.requestId ?? "", personId("cleo")));
    await panel.until(() => joining.get().step === "admitted");
    joining.cancel();
    await cleo.restart();
    await panel.until(() => cleo.session().view.get().removed === null && notesOf(cleo).length > 0);
    expect(cleo.session().view.get().me?.personId).toBe(personId("cleo"));
    expect(roomsOf(panel, cleo)).toEqual([2]);
  });
});

describe("removing", () => {
  let panel: Panel;
  beforeAll(async () => {
    panel = await aPanel();
  });
  afterAll(() => panel.stop());

  it("is refused to whoever has no authority, and changes nothing", async () => {
    const refused = await panel.ben.session().remove({ personId: personId("cleo") }, "out");
    expect(refused).toEqual({ ok: false, error: { type: "notTheAuthority" } });
    await panel.rest();
    expect(roomsOf(panel, ...panel.seats)).toEqual([1, 1, 1]);
    expect(panel.cleo.session().view.get().removed).toBeNull();
  });

  it("is refused without a reason, and of one's own laptop", async () => {
    const { ana } = panel;
    expect(await ana.session().remove({ personId: personId("cleo") }, "  ")).toMatchObject({
      error: { type: "reasonMissing" },
    });
    expect(await ana.session().remove({ personId: personId("ana") }, "bye")).toMatchObject({
      error: { type: "ownLaptop" },
    });
  });

  it("somebody who is not in changes nothing", async () => {
    unwrap(await panel.ana.session().remove({ personId: personId("nobody") }, "who"));
    expect(roomsOf(panel, panel.ana)).toEqual([1]);
  });
});

describe("a laptop that slept while somebody else was removed", () => {
  let panel: Panel;
  beforeEach(async () => {
    panel = await aPanel();
  });
  afterEach(() => panel.stop());

  it("finds its way to the new room and has everything that was written there", async () => {
    const { ana, ben, cleo } = panel;
    await ben.laptop.stop();
    unwrap(await ana.session().remove({ personId: personId("cleo") }, "left the panel"));
    await panel.until(() => generationOf(ana, panel) === 2);
    await panel.until(() => cleo.session().view.get().removed !== null);
    ana.session().handOff(null, "while ben slept");
    expect(roomsOf(panel, ben)).toEqual([1]);
    await ben.restart();
    await panel.until(() => notesOf(ben).includes("while ben slept"));
    expect(roomsOf(panel, ana, ben, cleo)).toEqual([2, 2, 1]);
    await panel.until(() => meets(ben, ana));
  });

  it("also where it was only out of reach", async () => {
    const { ana, ben, cleo } = panel;
    const { network } = panel.around;
    network.cut(ben.laptop.transport(), ana.laptop.transport());
    network.cut(ben.laptop.transport(), cleo.laptop.transport());
    unwrap(await ana.session().remove({ personId: personId("cleo") }, "left the panel"));
    await panel.until(() => generationOf(ana, panel) === 2);
    ana.session().handOff(null, "for ben");
    await panel.until(() => notesOf(ben).includes("for ben"));
    expect(roomsOf(panel, ana, ben)).toEqual([2, 2]);
  });

  it("keeps what it wrote while it slept, and the others get it", async () => {
    const { ana, ben } = panel;
    const { network } = panel.around;
    network.cut(ben.laptop.transport(), ana.laptop.transport());
    network.cut(ben.laptop.transport(), panel.cleo.laptop.transport());
    unwrap(await ben.session().seal(filledCard(ben.session(), morning)));
    unwrap(await ana.session().remove({ personId: personId("cleo") }, "left the panel"));
    await panel.until(() => cardIn(ana.session(), morning, "ben").sealed.length === 1);
    expect(roomsOf(panel, ana, ben)).toEqual([2, 2]);
  });
});
