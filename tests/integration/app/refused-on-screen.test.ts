import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { hashSchema } from "../../../src/domain/ids";
import { completenessOf } from "../../../src/domain/loop/completeness";
import type { Refusal } from "../../../src/domain/loop/refusals";
import { unwrap } from "../../../src/domain/result";
import { sealCard } from "../../../src/domain/sealing/envelope";
import { entriesOf, found, headOf, logsIn, plant } from "../../support/app/changed-program";
import { channelOf } from "../../support/app/laptop-secrets";
import { aPanel, cardIn, filledCard, morning, type Panel, type Seat, sealAll } from "../../support/app/panel";
import { aHire, personId } from "../../support/builders/record";
import { authentic, idOf, signed } from "../../support/sealing/loop-world";
import { bareLaptop } from "../../support/sync/bare-laptop";

const bensHire = aHire({ decidedBy: personId("ben"), rationale: "I liked them." });

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const head = (seat: Seat) => headOf(seat, panel.loopId);

const rowsOf = (seat: Seat): readonly Refusal[] => seat.session().refused.get().rows;

/** What Ana's and Cleo's screens say, once both say it. */
const seenByOthers = async (reason: string, times = 1): Promise<readonly Refusal[]> => {
  const others = [panel.ana, panel.cleo];
  const rowIn = (seat: Seat) => rowsOf(seat).find((row) => row.reason === reason && row.count >= times);
  await panel.until(() => others.every((seat) => rowIn(seat) !== undefined));
  return others.flatMap((seat) => rowIn(seat) ?? []);
};

/** What everybody goes by: who is in, the plan, the decision, and every sealed card with its bytes. */
const signedState = (seat: Seat) => {
  const { devices, persons, planHash, decision, cards, reveal } = seat.session().view.get();
  return {
    devices,
    persons,
    planHash,
    decision,
    reveal,
    sealed: cards.map(({ sealed }) => sealed.map(({ envelopeHash }) => envelopeHash)),
  };
};

/** Who put the entry back signed it, once, and Ben reads there what was missed when he comes back. */
const isInTheLog = async (hash: string): Promise<void> => {
  const logged = () => logsIn(panel.ana, "entryRestored");
  await panel.until(() => logged().length > 0);
  await panel.rest();
  const signers = logged().map(({ body }) => body.deviceId);
  expect(new Set(signers).size).toBe(signers.length);
  for (const signer of signers)
    expect([panel.ana, panel.cleo].map(({ laptop }) => idOf(laptop.device))).toContain(signer);
  for (const { body } of logged()) expect(body.event).toEqual({ type: "entryRestored", entryHash: hash });
  await panel.ben.restart();
  const told = () => rowsOf(panel.ben).find(({ reason }) => reason === "putBackElsewhere");
  await panel.until(() => told() !== undefined);
  expect(told()).toMatchObject({
    kind: "card",
    card: { slotId: morning.slotId, personId: personId("ana") },
  });
};

describe("a member with the loop's secret and a changed program", () => {
  it("who seals a card in Ana's name changes nothing, and the others see whose card it was and who tried", async () => {
    const { ana, ben, cleo } = panel;
    await sealAll(panel);
    await panel.rest();
    const before = [signedState(ana), signedState(cleo)];
    const card = { ...filledCard(ben.session(), morning), personId: personId("ana") };
    const forged = sealCard(
      card,
      { revision: 1, prev: null, counter: 9, at: head(ben).at, knownReveals: [] },
      [
        {
          recipient: { kind: "device", deviceId: idOf(ben.laptop.device) },
          agreeKey: ben.laptop.device.agreement.publicKey,
        },
      ],
      ben.laptop.device,
      nodeCrypto,
    );
    plant(ben, authentic(unwrap(forged), "card"));
    for (const row of await seenByOthers("otherPersonsCard"))
      expect(row).toMatchObject({
        source: "entry",
        kind: "card",
        deviceId: ben.laptop.device.deviceId,
        card: { slotId: morning.slotId, personId: personId("ana") },
        count: 1,
      });
    expect([signedState(ana), signedState(cleo)]).toEqual(before);
    expect(completenessOf(ana.session().view.get()).cards.some(({ refused }) => refused.length > 0)).toBe(
      false,
    );
  });

  it("is on the others' screens also after they were started again, with the same count", async () => {
    const { ana, ben } = panel;
    plant(ben, signed("roster", { ...found(ben, "roster"), ...head(ben), version: 2 }, ben.laptop.device));
    await seenByOthers("notTheAuthority");
    await panel.rest();
    const before = rowsOf(ana);
    await ana.restart();
    await panel.rest();
    expect(rowsOf(ana)).toEqual(before);
  });

  it("who signs a roster, a plan or a decision changes nothing, and each attempt is on the others' screens", async () => {
    const { ana, ben, cleo } = panel;
    await sealAll(panel);
    await panel.rest();
    const before = [signedState(ana), signedState(cleo)];
    const own = { ...head(ben), version: 2 };
    const roster = found(ben, "roster");
    plant(
      ben,
      signed("roster", { ...roster, ...own, devices: roster.devices.slice(0, 1) }, ben.laptop.device),
    );
    const prev = hashSchema.parse(ben.session().view.get().planHash);
    plant(ben, signed("plan", { ...found(ben, "plan"), ...own, prev, reason: "So." }, ben.laptop.device));
    plant(
      ben,
      signed(
        "decision",
        { ...head(ben), version: 1, prev: null, reason: "", callHash: prev, decision: bensHire },
        ben.laptop.device,
      ),
    );
    const bensKinds = (seat: Seat) =>
      rowsOf(seat)
        .filter((row) => row.source === "entry" && row.deviceId === ben.laptop.device.deviceId)
        .map(({ kind }) => kind);
    await panel.until(() => [ana, cleo].every((seat) => bensKinds(seat).length >= 3));
    await panel.rest();
    for (const seat of [ana, cleo])
      expect(bensKinds(seat).toSorted()).toEqual(["decision", "plan", "roster"]);
    expect([signedState(ana), signedState(cleo)]).toEqual(before);
  });

  it("who takes Ana's card out or writes over it finds it put back, and over whose connection is shown", async () => {
    const { ana, ben, cleo } = panel;
    await sealAll(panel);
    await panel.rest();
    const before = [signedState(ana), signedState(cleo)];
    const hash = cardIn(ana.session(), morning, "ana").sealed[0]?.envelopeHash ?? "";
    const bytes = entriesOf(ana).get(hash);
    await ben.laptop.stop();
    const { topic, cipher } = await channelOf(unwrap(ben.laptop.secrets.newest(panel.loopId)));
    const changed = bareLaptop(panel.around.network, idOf(ben.laptop.device), cipher, topic);
    const entries = changed.doc.getMap<Uint8Array>("entries");
    await panel.until(() => entries.has(hash));
    // Where the mended entry arrives together with the damage, nothing ever vanished, and nothing is noted.
    const noted = () => [ana, cleo].flatMap(rowsOf).filter(({ reason }) => reason === "vanished");
    const times = (): number => noted().reduce((sum, { count }) => sum + count, 0);
    entries.delete(hash);
    await panel.until(() => times() >= 1 && entries.has(hash));
    await panel.rest();
    const afterFirst = times();
    entries.set(hash, Uint8Array.of(1, 2, 3));
    await panel.until(() => times() > afterFirst);
    await panel.rest();
    for (const seat of [ana, cleo]) expect(entriesOf(seat).get(hash)).toEqual(bytes);
    for (const row of noted()) expect(row.deviceId).toBe(ben.laptop.device.deviceId);
    await changed.leave();
    expect([signedState(ana), signedState(cleo)]).toEqual(before);
    await isInTheLog(hash);
  });

  it("is the only one who is shown: an honest day leaves the list empty", async () => {
    await sealAll(panel);
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() => panel.seats.every((seat) => seat.session().view.get().reveal !== null));
    await panel.rest();
    for (const seat of panel.seats) expect(rowsOf(seat)).toEqual([]);
  });
});
