import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Hash, hashSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import type { AuthenticEntry, EntryBody } from "../../../src/domain/sealing/entries";
import { entriesOf, found, headOf, kindsIn, plant } from "../../support/app/changed-program";
import { aPanel, cardIn, filledCard, morning, type Panel, type Seat, sealAll } from "../../support/app/panel";
import { aHire, personId } from "../../support/builders/record";
import { signed } from "../../support/sealing/loop-world";

const bensHire = aHire({ decidedBy: personId("ben"), rationale: "I liked them." });

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const head = (seat: Seat) => headOf(seat, panel.loopId);

const aCallBy = (seat: Seat, overrides: Partial<EntryBody<"call">> = {}): AuthenticEntry<"call"> => {
  const { planHash } = seat.session().view.get();
  return signed(
    "call",
    {
      ...head(seat),
      scope: { kind: "loop" },
      rule: "early",
      reason: "I want to know.",
      planHash: hashSchema.parse(planHash),
      cards: [],
      missing: (seat.session().view.get().plan?.required ?? []).map((card) => card),
      heads: [],
      caller: personId(seat.laptop.name),
      ...overrides,
    },
    seat.laptop.device,
  );
};

/** Waits until every laptop shows the entry as refused, and returns why. */
const refusedEverywhere = async (hash: Hash): Promise<readonly (string | undefined)[]> => {
  const reasons = () =>
    panel.seats.map(
      (seat) =>
        seat
          .session()
          .view.get()
          .refused.find((entry) => entry.hash === hash)?.reason,
    );
  await panel.until(() => reasons().every((reason) => reason !== undefined));
  return reasons();
};

const three = (reason: string) => [reason, reason, reason];

describe("a panelist who asks the program for what only the facilitator may do", () => {
  it("is refused, and nothing of it reaches the loop", async () => {
    await sealAll(panel);
    expect(await panel.ben.session().reveal({ reason: "Now." })).toMatchObject({
      error: { type: "notTheAuthority" },
    });
    expect(await panel.ben.session().admit("request-1_____________", personId("cleo"))).toMatchObject({
      error: { type: "notTheAuthority" },
    });
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() => panel.ben.session().view.get().reveal !== null);
    const decided = await panel.ben.session().decide(bensHire);
    expect(decided).toMatchObject({ error: { type: "notTheAuthority" } });
    await panel.rest();
    const kinds = kindsIn(panel.ana);
    expect(kinds.filter((kind) => kind === "decision")).toEqual([]);
    expect(kinds.filter((kind) => kind === "call")).toHaveLength(1);
    expect(panel.ana.session().view.get().refused).toEqual([]);
  });
});

describe("a member with a changed program", () => {
  it("who calls the reveal opens nothing; the call is shown as refused everywhere", async () => {
    await sealAll(panel);
    const call = aCallBy(panel.ben);
    plant(panel.ben, call);
    expect(await refusedEverywhere(call.hash)).toEqual(three("notTheAuthority"));
    await panel.rest();
    for (const seat of panel.seats) {
      expect(seat.session().view.get().reveal).toBeNull();
      expect(seat.session().view.get().refused[0]).toMatchObject({
        kind: "call",
        deviceId: panel.ben.laptop.device.deviceId,
      });
    }
    const kinds = kindsIn(panel.ana);
    expect(kinds).not.toContain("release");
  });

  it("who writes a roster, a plan or a decision changes neither; each is shown as refused", async () => {
    const { ben } = panel;
    const roster = found(ben, "roster");
    const plan = found(ben, "plan");
    const planted = [
      signed(
        "roster",
        { ...roster, ...head(ben), version: 2, devices: roster.devices.slice(0, 1) },
        ben.laptop.device,
      ),
      signed(
        "plan",
        { ...plan, ...head(ben), version: 2, prev: hashSchema.parse(ben.session().view.get().planHash) },
        ben.laptop.device,
      ),
      signed(
        "decision",
        {
          ...head(ben),
          version: 1,
          prev: null,
          reason: "",
          callHash: aCallBy(ben).hash,
          decision: bensHire,
        },
        ben.laptop.device,
      ),
    ];
    const before = panel.ana.session().view.get();
    for (const entry of planted) plant(ben, entry);
    for (const { hash } of planted) expect(await refusedEverywhere(hash)).toEqual(three("notTheAuthority"));
    const after = panel.ana.session().view.get();
    expect(after.decision).toBeNull();
    expect(after.devices).toEqual(before.devices);
    expect(after.planHash).toBe(before.planHash);
  });

  it("who brings a second charter neither takes the loop over nor keeps the cards closed", async () => {
    const { ben } = panel;
    const charter = found(ben, "charter");
    const own = panel.ben
      .session()
      .view.get()
      .devices.find(({ deviceId }) => deviceId === ben.laptop.device.deviceId);
    if (own === undefined) throw new Error("Ben's laptop is in the roster");
    const { deviceId, signKey, agreeKey } = own;
    const second = signed(
      "charter",
      { ...charter, ...head(ben), facilitator: { deviceId, signKey, agreeKey, personId: personId("ben") } },
      ben.laptop.device,
    );
    plant(ben, second);
    expect(await refusedEverywhere(second.hash)).toEqual(three("secondCharter"));
    await sealAll(panel);
    unwrap(await panel.ana.session().reveal(null));
    await panel.until(() =>
      panel.seats.every((seat) =>
        seat
          .session()
          .view.get()
          .cards.every(({ sealed }) => sealed[0]?.opened?.state === "open"),
      ),
    );
    expect(panel.cleo.session().view.get().facilitator).toBe(personId("ana"));
  });

  it("who takes an envelope out of the loop finds it put back, on every laptop", async () => {
    await sealAll(panel);
    const [sealed] = cardIn(panel.ana.session(), morning, "ana").sealed;
    const hash = sealed?.envelopeHash ?? "";
    const bytes = entriesOf(panel.ana).get(hash);
    entriesOf(panel.ben).delete(hash);
    await panel.rest();
    await panel.until(() => panel.seats.every((seat) => entriesOf(seat).has(hash)));
    for (const seat of panel.seats) {
      expect(entriesOf(seat).get(hash)).toEqual(bytes);
      expect(cardIn(seat.session(), morning, "ana").sealed).toHaveLength(1);
    }
  });

  // Of two concurrent writings under one key Yjs keeps the one of the higher client id.
  for (const [wins, clientId] of [
    ["loses against", 1],
    ["wins over", 2 ** 32 - 1],
  ] as const)
    it(`who puts garbage that ${wins} an entry under its hash does not keep the entry out`, async () => {
      const { network } = panel.around;
      const others = [panel.ben, panel.cleo];
      for (const { laptop } of others) network.cut(panel.ana.laptop.transport(), laptop.transport());
      unwrap(await panel.ana.session().seal(filledCard(panel.ana.session(), morning)));
      const hash = cardIn(panel.ana.session(), morning, "ana").sealed[0]?.envelopeHash ?? "";
      panel.ben.laptop.doc().clientID = clientId;
      entriesOf(panel.ben).set(hash, Uint8Array.of(1, 2, 3));
      const refusedOn = (seat: Seat) => seat.session().view.get().refused;
      await panel.until(() => others.every((seat) => refusedOn(seat).length > 0));
      for (const seat of others) expect(refusedOn(seat)).toMatchObject([{ hash, kind: "unknown" }]);
      for (const { laptop } of others) network.mend(panel.ana.laptop.transport(), laptop.transport());
      const hasCard = (seat: Seat) => cardIn(seat.session(), morning, "ana").sealed.length > 0;
      await panel.until(() => panel.seats.every((seat) => hasCard(seat) && refusedOn(seat).length === 0));
      await panel.rest();
      for (const seat of panel.seats) {
        expect(cardIn(seat.session(), morning, "ana").sealed).toHaveLength(1);
        expect(refusedOn(seat)).toEqual([]);
      }
    });

  it("who adds to the frozen kit takes it from nobody who had it, not even after a restart", async () => {
    panel.ben.laptop
      .doc()
      .getMap("kitParts")
      .set("question/made-up", JSON.stringify({ path: "question/made-up", audience: "all", text: "{}" }));
    await panel.rest();
    await panel.cleo.restart();
    const kits = panel.seats.map((seat) => seat.session().view.get().kit?.title);
    expect(kits).toEqual(["Lab Technician", "Lab Technician", "Lab Technician"]);
  });
});
