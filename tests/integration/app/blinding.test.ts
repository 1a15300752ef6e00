import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Card } from "../../../src/domain/card/card";
import { unwrap } from "../../../src/domain/result";
import { bytesOfDisk, bytesOfDoc, holdsWord } from "../../support/app/leaks";
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
import { whenReady } from "../../support/store/when-ready";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

/** Saves a draft and waits until it is on the disk and nothing travels any more. */
const saveDraft = async (seat: Seat, card: Card): Promise<void> => {
  seat.session().saveDraft(card);
  await whenReady(seat.session().draft(card.slotId), (draft) => draft?.save === "saved");
  await panel.rest();
};

const draftOn = async (seat: Seat, author: string) =>
  unwrap(
    await seat.running().store.drafts.stored({
      loopId: panel.loopId,
      slotId: morning.slotId,
      personId: personId(author),
    }),
  );

const benWrites = (rating: number) =>
  saveDraft(panel.ben, filledCard(panel.ben.session(), morning, { rating, words: "gannet-on-the-cliff" }));

describe("a draft", () => {
  it("stays on its author's laptop: no document holds a word of it, no other store the card", async () => {
    await benWrites(2);
    for (const seat of panel.seats)
      expect(holdsWord(bytesOfDoc(seat.laptop.doc()), "gannet-on-the-cliff")).toBe(false);
    expect((await draftOn(panel.ben, "ben"))?.card.takeaway).toBe("in short gannet-on-the-cliff");
    expect(await draftOn(panel.ana, "ben")).toBeNull();
    expect(await draftOn(panel.cleo, "ben")).toBeNull();
  });

  it("changes nothing at all in the shared document when only a rating or a note changes", async () => {
    await benWrites(2);
    const before = Y.encodeStateAsUpdate(panel.ben.laptop.doc());
    await benWrites(4);
    await saveDraft(panel.ben, filledCard(panel.ben.session(), morning, { rating: 1, words: "other words" }));
    expect(Y.encodeStateAsUpdate(panel.ben.laptop.doc())).toEqual(before);
  });

  it("shows the others how far its author is, and neither card nor rating", async () => {
    await benWrites(2);
    for (const seat of [panel.ana, panel.cleo])
      expect(cardIn(seat.session(), morning, "ben")).toEqual({
        slotId: morning.slotId,
        personId: personId("ben"),
        required: true,
        progress: { answered: 3, of: 3 },
        sealed: [],
        forked: false,
        dropped: null,
        refused: [],
      });
  });

  it("is not on the disk in plain words, not even its author's", async () => {
    await benWrites(2);
    await panel.stop();
    for (const { laptop } of panel.seats)
      expect(holdsWord(await bytesOfDisk(laptop), "gannet-on-the-cliff")).toBe(false);
  });
});

describe("coverage and hand-offs", () => {
  it("reach every laptop, signed with who asked", async () => {
    const [first] = morning.questionIds;
    if (first === undefined) throw new Error("the slot has questions");
    const card = filledCard(panel.ben.session(), morning, { rating: 2, words: "gannet-on-the-cliff" });
    panel.ben.session().saveDraft(card, [{ questionId: first, state: "asked" }]);
    panel.ben.session().handOff(personId("cleo"), "Ask about the night shift.");
    await panel.until(() =>
      panel.seats.every((seat) => {
        const { coverage, handOffs } = seat.session().view.get();
        return coverage.length === 1 && handOffs.length === 1;
      }),
    );
    const { coverage, handOffs } = panel.cleo.session().view.get();
    expect(coverage).toEqual([
      { slotId: morning.slotId, questionId: first, personId: personId("ben"), state: "asked" },
    ]);
    expect(handOffs).toMatchObject([
      { from: personId("ben"), to: personId("cleo"), text: "Ask about the night shift." },
    ]);
  });
});

describe("a hand-off too long for one note", () => {
  it("is passed on whole, in several", async () => {
    const text = `${"é".repeat(12_000)} and the end`;
    panel.ben.session().handOff(null, text);
    const received = () =>
      panel.cleo
        .session()
        .view.get()
        .handOffs.map((note) => note.text);
    await panel.until(() => received().length === 3);
    expect(received().join("")).toBe(text);
  });
});

describe("a sealed card before the reveal", () => {
  it("is counted on every laptop and readable on none, in no document, store or view", async () => {
    const card = filledCard(panel.cleo.session(), noonSlot, { words: "petrel-in-the-storm" });
    unwrap(await panel.cleo.session().seal(card));
    await panel.until(() =>
      panel.seats.every((seat) => cardIn(seat.session(), noonSlot, "cleo").sealed.length === 1),
    );
    await panel.rest();
    for (const seat of panel.seats) {
      expect(cardIn(seat.session(), noonSlot, "cleo").sealed.map(({ opened }) => opened)).toEqual([null]);
      expect(JSON.stringify(seat.session().view.get())).not.toContain("petrel-in-the-storm");
      expect(holdsWord(bytesOfDoc(seat.laptop.doc()), "petrel-in-the-storm")).toBe(false);
    }
    await panel.stop();
    for (const { laptop } of panel.seats)
      expect(holdsWord(await bytesOfDisk(laptop), "petrel-in-the-storm")).toBe(false);
  });

  it("is held by more and more persons, as their laptops' receipts come", async () => {
    const { network } = panel.around;
    const [anas, bens, cleos] = [panel.ana, panel.ben, panel.cleo].map(({ laptop }) => laptop.transport());
    if (anas === undefined || bens === undefined || cleos === undefined) throw new Error("three laptops");
    const pairs = [
      [anas, cleos],
      [anas, bens],
      [bens, cleos],
    ] as const;
    for (const pair of pairs) network.cut(...pair);
    unwrap(await panel.cleo.session().seal(filledCard(panel.cleo.session(), noonSlot)));
    await panel.rest();
    const heldBy = () => cardIn(panel.cleo.session(), noonSlot, "cleo").sealed[0]?.heldBy;
    expect(heldBy()).toEqual([]);
    network.mend(anas, cleos);
    await panel.until(() => heldBy()?.length === 1);
    expect(heldBy()).toEqual([personId("ana")]);
    for (const pair of pairs.slice(1)) network.mend(...pair);
    await panel.until(() => heldBy()?.length === 2);
    expect(heldBy()).toEqual([personId("ana"), personId("ben")]);
  });
});

describe("the search for words", () => {
  it("finds a word as it is and inside base64url, however it falls", () => {
    for (const before of ["", "x", "xy"]) {
      const text = `${before}gannet-on-the-cliff and more`;
      expect(holdsWord(Buffer.from(text), "gannet-on-the-cliff")).toBe(true);
      expect(holdsWord(Buffer.from(Buffer.from(text).toString("base64url")), "gannet-on-the-cliff")).toBe(
        true,
      );
    }
    expect(holdsWord(Buffer.from("gannets"), "gannet-on-the-cliff")).toBe(false);
  });
});
