import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deviceIdSchema } from "../../../src/domain/ids";
import { err, unwrap } from "../../../src/domain/result";
import { type Laptop, newLaptop } from "../../support/app/laptop";
import { channelOf } from "../../support/app/laptop-secrets";
import { aPanel, lean, type Panel, type Seat } from "../../support/app/panel";
import { personId } from "../../support/builders/record";
import { idOf } from "../../support/sealing/loop-world";
import { bareLaptop } from "../../support/sync/bare-laptop";

let panel: Panel;
const guests: Laptop[] = [];

beforeEach(async () => {
  panel = await aPanel();
  // One process holds three laptops.
  await panel.cleo.laptop.stop();
  await panel.ana.session().stopHosting();
  unwrap(await panel.ben.session().startHosting());
});
afterEach(async () => {
  for (const guest of guests.splice(0)) await guest.stop();
  await panel.stop();
});

const lobbyOf = (seat: Seat) => seat.session().room.get().lobby;
const devicesIn = (seat: Seat) =>
  seat
    .session()
    .view.get()
    .devices.map(({ deviceId }) => deviceId);

/** A laptop that knocks at Ben's door. */
const knock = async (name: string) => {
  const laptop = newLaptop(name, panel.around);
  guests.push(laptop);
  const running = await laptop.start(lean);
  const joining = running.loops.join(panel.ben.session().room.get().invite?.text ?? "", name);
  await panel.until(() => lobbyOf(panel.ben).some((request) => request.name === name));
  return { laptop, running, joining, deviceId: deviceIdSchema.parse(laptop.device.deviceId) };
};

describe("a laptop at the door of a member who may let nobody in", () => {
  it("is shown to the facilitator, and by whose door", async () => {
    await knock("dora");
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    expect(lobbyOf(panel.ana)[0]).toMatchObject({ name: "dora", doorOf: personId("ben"), invited: false });
  });

  it("gets in by the facilitator's word, with the loop's secret from that door", async () => {
    const { joining, laptop, running, deviceId } = await knock("dora");
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    expect(laptop.secrets.newest(panel.loopId).ok).toBe(false);
    unwrap(await panel.ana.session().admit(lobbyOf(panel.ana)[0]?.requestId ?? "", personId("cleo")));
    await panel.until(() => joining.get().step === "admitted");
    const session = unwrap(await running.loops.open(panel.loopId));
    await panel.until(() => session.view.get().me?.personId === personId("cleo"));
    expect(devicesIn(panel.ben)).toContain(deviceId);
    expect(lobbyOf(panel.ana)).toEqual([]);
    expect(lobbyOf(panel.ben)).toEqual([]);
  });

  it("does not get in by that member's word", async () => {
    const { joining, laptop, deviceId } = await knock("dora");
    const [request] = lobbyOf(panel.ben);
    const admitted = await panel.ben.session().admit(request?.requestId ?? "", personId("cleo"));
    expect(admitted).toEqual({ ok: false, error: { type: "notTheAuthority" } });
    await panel.rest();
    expect(joining.get().step).toBe("waiting");
    expect(laptop.secrets.newest(panel.loopId).ok).toBe(false);
    expect(devicesIn(panel.ana)).not.toContain(deviceId);
  });

  it("is turned away by the facilitator's word", async () => {
    const { joining } = await knock("dora");
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    const requestId = lobbyOf(panel.ana)[0]?.requestId ?? "";
    await panel.ana.session().deny(requestId);
    await panel.until(() => joining.get().step === "refused");
    expect(joining.get().problem).toEqual({ type: "denied" });
    expect(lobbyOf(panel.ana)).toEqual([]);
  });

  it("is not turned away by the word of somebody who may let nobody in either", async () => {
    const { joining } = await knock("dora");
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    const requestId = lobbyOf(panel.ben)[0]?.requestId ?? "";
    const { topic, cipher } = await channelOf(unwrap(panel.cleo.laptop.secrets.newest(panel.loopId)));
    const changed = bareLaptop(panel.around.network, idOf(panel.cleo.laptop.device), cipher, topic);
    changed.gate.say({ doorNews: { knocks: [], turnedAway: [requestId] } });
    await panel.rest();
    expect(joining.get().step).toBe("waiting");
    expect(lobbyOf(panel.ben)).toHaveLength(1);
    expect(lobbyOf(panel.ana)).toHaveLength(1);
    await changed.leave();
  });

  it("waits while the facilitator is gone, and gets in once they are back", async () => {
    await panel.ana.laptop.stop();
    const { joining } = await knock("dora");
    await panel.rest();
    expect(joining.get().step).toBe("waiting");
    await panel.ana.restart();
    unwrap(await panel.ana.session().startHosting());
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    unwrap(await panel.ana.session().admit(lobbyOf(panel.ana)[0]?.requestId ?? "", personId("cleo")));
    await panel.until(() => joining.get().step === "admitted");
  });

  it("gets in without being asked about again where the roster has it already", async () => {
    const first = await knock("dora");
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    unwrap(await panel.ana.session().admit(lobbyOf(panel.ana)[0]?.requestId ?? "", personId("cleo")));
    await panel.until(() => first.joining.get().step === "admitted");
    const again = first.running.loops.join(panel.ben.session().room.get().invite?.text ?? "", "dora");
    await panel.until(() => again.get().step === "admitted");
    expect(lobbyOf(panel.ana)).toEqual([]);
  });
});

describe("a door whose window is loaded anew", () => {
  it("is shown open with its invite, as main holds it open, and lets laptops knock", async () => {
    const before = panel.ben.session().room.get().invite?.text;
    await panel.ben.restart();
    await panel.until(() => panel.ben.session().room.get().hosting);
    expect(panel.ben.session().room.get().invite?.text).toBe(before);
    const { joining } = await knock("dora");
    joining.cancel();
    await panel.ben.session().stopHosting();
    await panel.ben.restart();
    await panel.rest();
    expect(panel.ben.session().room.get().hosting).toBe(false);
  });
});

describe("a laptop whose secret could not be handed out", () => {
  it("is handed it with the next look, and does not wait for ever", async () => {
    const { bridge } = panel.ben.laptop.lan;
    let refusals = 1;
    await panel.ben.restart({
      lan: {
        ...bridge,
        admit: async (request) => {
          refusals -= 1;
          return refusals < 0 ? bridge.admit(request) : err({ type: "noLoopSecret" });
        },
      },
    });
    await panel.until(() => panel.ben.session().room.get().hosting);
    const { joining } = await knock("dora");
    await panel.until(() => lobbyOf(panel.ana).length === 1);
    unwrap(await panel.ana.session().admit(lobbyOf(panel.ana)[0]?.requestId ?? "", personId("cleo")));
    await panel.until(() => refusals <= 0);
    // Anything that is said in the room makes the door look again; at the latest a minute does.
    panel.ana.session().setDiscussion("overall", "Somebody is still at the door.");
    await panel.until(() => joining.get().step === "admitted");
  });
});
