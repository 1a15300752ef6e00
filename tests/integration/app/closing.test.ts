import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { outsideWords } from "../../../src/bindings/cards-outside";
import type { RoomState } from "../../../src/bindings/services";
import { hashSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import { signEntry } from "../../../src/domain/sealing/signing";
import { entryToBytes } from "../../../src/domain/sealing/wire";
import { openLoopDoc } from "../../../src/sync/loop-doc/loop-doc";
import {
  aPanel,
  cardIn,
  filledCard,
  guideWord,
  morning,
  noonSlot,
  type Panel,
  type Seat,
  sealAll,
} from "../../support/app/panel";
import { aHire, noon, personId } from "../../support/builders/record";
import { idOf } from "../../support/sealing/loop-world";
import { whenReady } from "../../support/store/when-ready";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const decision = aHire({
  rationale: "  Handles samples by the book.",
  dissent: [{ personId: personId("ben"), text: "I would have waited." }],
});

const isOpenOn = (seat: Seat): boolean =>
  seat
    .session()
    .view.get()
    .cards.every(({ sealed }) => sealed.length > 0 && sealed.every(({ opened }) => opened?.state === "open"));

const peopleIn = ({ peers }: RoomState) =>
  new Set(peers.flatMap(({ personId: id }) => (id === null ? [] : [id])));

const reveal = async (): Promise<void> => {
  await sealAll(panel);
  unwrap(await panel.ana.session().reveal(null));
  await panel.until(() => panel.seats.every(isOpenOn));
};

const decide = async (): Promise<void> => {
  await reveal();
  unwrap(await panel.ana.session().decide(decision));
  await panel.until(() => panel.seats.every((seat) => seat.session().view.get().decision !== null));
};

describe("the debrief", () => {
  it("shares its notes as they are typed", async () => {
    const note = panel.cleo.session().discussion("sample-handling");
    let heard = 0;
    const undo = note.subscribe(() => {
      heard += 1;
    });
    panel.ana.session().setDiscussion("sample-handling", "Two cards differ by two.");
    await panel.until(() => note.get() === "Two cards differ by two.");
    expect(heard).toBeGreaterThan(0);
    undo();
    const before = heard;
    panel.ana.session().setDiscussion("sample-handling", "");
    await panel.until(() => note.get() === "");
    expect(heard).toBe(before);
  });

  it("ends with a decision everybody sees, which said twice is one decision", async () => {
    expect(await panel.ana.session().decide(decision)).toMatchObject({ error: { type: "notRevealed" } });
    await decide();
    const first = panel.ben.session().view.get().decision;
    expect(first?.decision).toEqual({ ...decision, rationale: "Handles samples by the book." });
    unwrap(await panel.ana.session().decide(decision));
    await panel.rest();
    expect(panel.ben.session().view.get().decision).toEqual(first);
    unwrap(await panel.ana.session().decide({ ...decision, outcome: "hold" }));
    await panel.until(() => panel.ben.session().view.get().decision?.decision.outcome === "hold");
  });
});

describe("a bad paste", () => {
  it("keeps neither a reveal nor a decision from being signed", async () => {
    unwrap(await panel.ana.session().reveal({ reason: "half a character \ud83d" }));
    expect(panel.ana.session().view.get().reveal?.reason).toBe("half a character \ufffd");
    unwrap(await panel.ana.session().decide({ ...decision, rationale: "\udc4d well" }));
    expect(panel.ana.session().view.get().decision?.decision.rationale).toBe("\ufffd well");
  });
});

describe("the record", () => {
  it("is refused before the reveal", async () => {
    expect(await panel.ana.session().record()).toEqual({ ok: false, error: { type: "notRevealed" } });
  });

  it("has one hash, however often and on whichever laptop it is asked for", async () => {
    await decide();
    await panel.rest();
    const records = [];
    expect(await panel.ben.session().record()).toEqual({ ok: false, error: { type: "notClosedYet" } });
    records.push(unwrap(await panel.ana.session().record()));
    panel.ben.session().setDiscussion("overall", "Typed after it was closed.");
    await panel.rest();
    for (const seat of [...panel.seats, panel.ana]) records.push(unwrap(await seat.session().record()));
    const [first] = records;
    expect(new Set(records.map(({ hash }) => hash)).size).toBe(1);
    expect(first?.record.cards).toHaveLength(3);
    expect(first?.record.cards.every(({ independent }) => independent)).toBe(true);
    expect(first?.record.decision?.outcome).toBe("hire");
    expect(JSON.stringify(first?.record)).not.toContain(guideWord);
  });

  it("has what people accepted before their first slot, and the entries they signed it with", async () => {
    const wording = "What I hear stays in the panel.";
    unwrap(await panel.ben.session().accept({ kind: "declared", text: "We shared an office." }, wording));
    await panel.until(() => panel.ana.session().view.get().acceptances?.length === 1);
    await decide();
    const { record } = unwrap(await panel.ana.session().record());
    expect(record.acceptances).toEqual([
      expect.objectContaining({ personId: personId("ben"), conflict: "We shared an office.", wording }),
    ]);
    expect(record.entries.filter(({ kind }) => kind === "acceptance")).toHaveLength(1);
    await panel.rest();
    expect(unwrap(await panel.cleo.session().record()).record).toEqual(record);
  });

  it("gets the cards whose keys were still on their way when it was closed, and is then the same everywhere", async () => {
    await sealAll(panel);
    const { network } = panel.around;
    const others = [panel.ana, panel.cleo];
    for (const seat of others) network.cut(panel.ben.laptop.transport(), seat.laptop.transport());
    unwrap(await panel.ana.session().reveal(null));
    panel.ana.session().setDiscussion("overall", "Ben’s card is not here yet.");
    unwrap(await panel.ana.session().decide(decision));
    const early = unwrap(await panel.ana.session().record());
    const onItsWay = { personId: personId("ben"), slotId: morning.slotId, reason: "notReleased" };
    expect(early.record.missing).toContainEqual(onItsWay);
    for (const seat of others) network.mend(panel.ben.laptop.transport(), seat.laptop.transport());
    await panel.until(() => panel.seats.every(isOpenOn));
    panel.ben.session().setDiscussion("overall", "Now it is.");
    await panel.until(() => panel.ana.session().discussion("overall").get() === "Now it is.");
    const late = unwrap(await panel.ana.session().record());
    expect(late.record.cards).toHaveLength(3);
    expect(late.record.missing).toEqual([]);
    expect(late.record.discussion).toEqual(early.record.discussion);
    expect(unwrap(await panel.ana.session().record())).toEqual(late);
    await panel.rest();
    for (const seat of panel.seats) expect(unwrap(await seat.session().record())).toEqual(late);
  });

  it("is closed again and kept by every laptop when a late card opens, though nobody looks at it", async () => {
    await sealAll(panel);
    const { network } = panel.around;
    const others = [panel.ana, panel.cleo];
    for (const seat of others) network.cut(panel.ben.laptop.transport(), seat.laptop.transport());
    unwrap(await panel.ana.session().reveal(null));
    const isOpen = ({ opened }: { readonly opened: { readonly state: string } | null }) =>
      opened?.state === "open";
    await panel.until(() => cardIn(panel.ana.session(), noonSlot, "cleo").sealed.every(isOpen));
    await panel.until(() => cardIn(panel.ana.session(), morning, "ana").sealed.every(isOpen));
    unwrap(await panel.ana.session().decide(decision));
    const early = unwrap(await panel.ana.session().record());
    const outside = () =>
      outsideWords(panel.ana.session().view.get(), early.record, peopleIn(panel.ana.session().room.get()));
    expect(outside()?.cards).toEqual([
      "ben’s card for morning: its key is not here, and no laptop of ben’s is in the room.",
    ]);
    expect(outside()?.todo).toContain("Ask ben to open Panelbook in the room");
    const closings = (seat: Seat): number =>
      seat
        .session()
        .view.get()
        .day.log.filter(({ what }) => what.kind === "recordClosed").length;
    expect(closings(panel.ana)).toBe(1);
    for (const seat of others) network.mend(panel.ben.laptop.transport(), seat.laptop.transport());
    await panel.until(() => panel.seats.every((seat) => closings(seat) === 2));
    const kept = async (seat: Seat) => {
      const records = unwrap(await seat.running().store.records.ofLoop(panel.loopId));
      return records.rows.map(({ value }) => value.record).find(({ missing }) => missing.length === 0);
    };
    const isKept = async () => (await Promise.all(panel.seats.map(kept))).every(Boolean);
    await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
    const [first] = await Promise.all(panel.seats.map(kept));
    expect(first?.cards).toHaveLength(3);
    for (const seat of panel.seats) expect(await kept(seat)).toEqual(first);
    expect(outside()?.cards).toEqual([
      "ben’s card for morning: it is open here since, and the record is about to be closed again.",
    ]);
  });

  it("is closed by nobody but the authority: a member who signs one is not believed", async () => {
    await decide();
    await panel.rest();
    const { decision: taken } = panel.ben.session().view.get();
    const body = {
      v: 1 as const,
      loopId: panel.loopId,
      deviceId: idOf(panel.ben.laptop.device),
      at: noon,
      prev: null,
      event: {
        type: "recordClosed" as const,
        decisionHash: hashSchema.parse(taken?.hash),
        recordHash: hashSchema.parse(taken?.hash),
        entries: [],
        discussion: [],
      },
    };
    const entry = signEntry("log", body, panel.ben.laptop.device, nodeCrypto);
    const { hash } = unwrap(authenticate(entry, nodeCrypto));
    openLoopDoc(panel.ben.laptop.doc()).putEntries([{ hash, bytes: entryToBytes(entry, nodeCrypto) }]);
    await panel.rest();
    expect(await panel.cleo.session().record()).toEqual({ ok: false, error: { type: "notClosedYet" } });
    const closed = unwrap(await panel.ana.session().record());
    await panel.rest();
    expect(unwrap(await panel.cleo.session().record()).hash).toBe(closed.hash);
  });

  it("stays as it was closed when somebody types on", async () => {
    await decide();
    const closed = unwrap(await panel.ana.session().record());
    panel.ana.session().setDiscussion("overall", "Afterthought.");
    expect(unwrap(await panel.ana.session().record())).toEqual(closed);
    unwrap(await panel.ana.session().decide({ ...decision, outcome: "noHire" }));
    const reopened = unwrap(await panel.ana.session().record());
    expect(reopened.hash).not.toBe(closed.hash);
    expect(reopened.record.discussion).toEqual([{ item: "overall", text: "Afterthought." }]);
  });
});

describe("a laptop that was restarted", () => {
  it("shows everything it showed before, the draft included", async () => {
    await decide();
    const { ben } = panel;
    const draft = filledCard(ben.session(), noonSlot, { words: "still-here" });
    ben.session().saveDraft(draft);
    await whenReady(ben.session().draft(noonSlot.slotId), (state) => state?.save === "saved");
    await panel.rest();
    const before = ben.session().view.get();
    panel.around.network.cut(ben.laptop.transport(), panel.ana.laptop.transport());
    panel.around.network.cut(ben.laptop.transport(), panel.cleo.laptop.transport());
    await ben.restart({ meetFor: () => async () => ({ ok: true, value: undefined }) });
    expect(ben.session().view.get()).toEqual(before);
    const stored = await whenReady(ben.session().draft(noonSlot.slotId));
    expect(stored).toMatchObject({ card: draft, save: "saved" });
  });

  it("finds the others again where it met them, and what happened meanwhile", async () => {
    await panel.ben.laptop.stop();
    unwrap(await panel.cleo.session().seal(filledCard(panel.cleo.session(), noonSlot)));
    await panel.ben.restart();
    await panel.until(() => cardIn(panel.ben.session(), noonSlot, "cleo").sealed.length === 1);
    expect(panel.ben.session().room.get().connection).toBe("together");
  });

  it("goes on where a sealed card was left: the next revision, no fork", async () => {
    const card = filledCard(panel.ben.session(), morning);
    unwrap(await panel.ben.session().seal(card));
    await panel.ben.restart();
    unwrap(await panel.ben.session().seal({ ...card, amendReason: "Forgot a sign." }));
    const { sealed, forked } = cardIn(panel.ben.session(), morning, "ben");
    expect(sealed.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(forked).toBe(false);
  });

  it("releases a card that was sealed before, when the reveal was called while it was off", async () => {
    await sealAll(panel);
    await panel.ben.laptop.stop();
    unwrap(await panel.ana.session().reveal(null));
    await panel.rest();
    expect(cardIn(panel.ana.session(), morning, "ben").sealed[0]?.opened).toEqual({ state: "withheld" });
    await panel.ben.restart();
    await panel.until(() => panel.seats.every(isOpenOn));
  });

  it("lists the loop as far as it went", async () => {
    await decide();
    await panel.cleo.restart();
    expect(await whenReady(panel.cleo.running().loops.list)).toMatchObject([
      { candidateName: "Noor Haddad", levelName: "Junior", phase: "decided", day: "2026-11-23" },
    ]);
  });
});

/** How many listen to what a document does and to its entries; a document has some of its own. */
const listenersOf = (doc: Y.Doc) => ({
  document: Object.fromEntries([...doc._observers].map(([name, listeners]) => [name, listeners.size])),
  entries: doc.getMap("entries")._eH.l.length,
});

describe("closing", () => {
  it("leaves the room and nobody who listens, neither to the document nor to main", async () => {
    const doc = panel.ben.laptop.doc();
    const fresh = listenersOf(new Y.Doc());
    let left = listenersOf(doc);
    expect(left).not.toEqual(fresh);
    const { destroy } = doc;
    doc.destroy = () => {
      left = listenersOf(doc);
      destroy.call(doc);
    };
    expect(panel.ben.laptop.lan.listeners()).toBe(1);
    await panel.ben.laptop.stop();
    expect(left).toEqual(fresh);
    expect(panel.ben.laptop.lan.listeners()).toBe(0);
    await panel.until(() => panel.ana.session().room.get().peers.length === 1);
  });

  it("while the way to the others is still being found does not join them afterwards", async () => {
    const { ben, ana } = panel;
    let goOn = (): void => undefined;
    const found = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await ben.restart({
      meetFor: (loopId) => async (sync, urls) => {
        await found;
        return ben.laptop.meetFor(loopId)(sync, urls);
      },
    });
    await panel.rest();
    const stopped = ben.laptop.stop();
    await panel.rest();
    goOn();
    await stopped;
    await panel.rest();
    expect(
      ana
        .session()
        .room.get()
        .peers.map((peer) => peer.personId),
    ).toEqual([personId("cleo")]);
  });
});

describe("a member that is let in again", () => {
  it("goes on in the room it was just let into, where its loop is open already", async () => {
    await panel.ana.laptop.stop();
    await panel.until(() =>
      panel.ben
        .session()
        .room.get()
        .peers.every(({ personId: id }) => id !== personId("ana")),
    );
    await panel.ana.restart();
    unwrap(await panel.ana.session().startHosting());
    const { ben, ana } = panel;
    const before = ben.laptop.transport();
    const joining = ben.running().loops.join(ana.session().room.get().invite?.text ?? "", "ben");
    await panel.until(() => ana.session().room.get().lobby.length === 1);
    const [request] = ana.session().room.get().lobby;
    unwrap(await ana.session().admit(request?.requestId ?? "", personId("ben")));
    await panel.until(() => joining.get().step === "admitted");
    expect(ben.laptop.transport()).not.toBe(before);
    await panel.until(() =>
      ben
        .session()
        .room.get()
        .peers.some(({ personId: id }) => id === personId("ana")),
    );
    expect(ben.laptop.lan.listeners()).toBe(1);
    expect(ana.session().view.get().devices).toHaveLength(3);
  });
});
