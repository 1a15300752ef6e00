import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { candidateIdSchema } from "../../../src/domain/ids";
import type { CommentThread } from "../../../src/domain/loop/comment-thread";
import { unwrap } from "../../../src/domain/result";
import {
  aPanel,
  cardIn,
  morning,
  noonSlot,
  type Panel,
  panelDraft,
  type Seat,
  sealAll,
} from "../../support/app/panel";
import { anId } from "../../support/builders/ids";
import { aHire, aPerson, personId } from "../../support/builders/record";
import { samples } from "../../support/sealing/debrief-entries";

let panel: Panel;

/** Ana facilitates, Cleo is the hiring manager, Ben only scores. */
const persons = panelDraft(anId(candidateIdSchema, "candidate")).persons.map((person) =>
  person.name === "cleo" ? aPerson("cleo", ["panelist", "hiringManager"]) : person,
);

beforeEach(async () => {
  panel = await aPanel({ persons });
});
afterEach(() => panel.stop());

const threadsOf = (seat: Seat): readonly CommentThread[] => seat.session().view.get().comments;
const textsOn = (seat: Seat): readonly string[] =>
  threadsOf(seat)
    .flatMap(({ comments }) => comments.map(({ text }) => text))
    .toSorted();

const reveal = async (): Promise<void> => {
  await sealAll(panel);
  await revealSealed();
};

const revealSealed = async (): Promise<void> => {
  unwrap(await panel.ana.session().reveal(null));
  await panel.until(() =>
    panel.seats.every((seat) =>
      seat
        .session()
        .view.get()
        .cards.every(({ sealed }) => sealed.some(({ opened }) => opened?.state === "open")),
    ),
  );
};

const bensCard = (): CommentThread["envelopeHash"] => {
  const [sealed] = cardIn(panel.ana.session(), morning, "ben").sealed;
  if (sealed === undefined) throw new Error("ben sealed a card");
  return sealed.envelopeHash;
};
const onBens = (text: string, part: CommentThread["part"] = { kind: "card" }) => ({
  envelopeHash: bensCard(),
  part,
  replyTo: null,
  text,
});

const cutOff = (seat: Seat, others: readonly Seat[]): (() => void) => {
  const { network } = panel.around;
  for (const other of others) network.cut(seat.laptop.transport(), other.laptop.transport());
  return () => {
    for (const other of others) network.mend(seat.laptop.transport(), other.laptop.transport());
  };
};

describe("comments on revealed cards", () => {
  it("written on two laptops that do not reach each other are on all three once they do, each in its thread", async () => {
    await reveal();
    const together = cutOff(panel.cleo, [panel.ana, panel.ben]);
    unwrap(await panel.cleo.session().comment(onBens("Which flask was that?", { kind: "overall" })));
    unwrap(await panel.ana.session().comment(onBens("Who labelled it?")));
    expect(textsOn(panel.cleo)).toEqual(["Which flask was that?"]);
    await panel.until(() => textsOn(panel.ben).includes("Who labelled it?"));
    expect(textsOn(panel.ana)).toEqual(["Who labelled it?"]);
    together();
    const both = ["Which flask was that?", "Who labelled it?"];
    await panel.until(() => panel.seats.every((seat) => textsOn(seat).join() === both.join()));
    for (const seat of panel.seats) expect(threadsOf(seat)).toEqual(threadsOf(panel.ana));
    expect(threadsOf(panel.ana)).toHaveLength(2);
  });

  it("are answered by the card's author, settled and opened again, and stand in the record on every laptop", async () => {
    await reveal();
    unwrap(await panel.cleo.session().comment(onBens("Which flask was that?")));
    await panel.until(() => threadsOf(panel.ben).length === 1);
    const [thread] = threadsOf(panel.ben);
    if (thread === undefined) throw new Error("the thread arrived");
    unwrap(
      await panel.ben
        .session()
        .comment({ ...onBens("The second."), part: thread.part, replyTo: thread.hash }),
    );
    await panel.until(() => panel.seats.every((seat) => textsOn(seat).length === 2));
    for (const state of ["resolved", "reopened", "resolved"] as const) {
      unwrap(await panel.ana.session().resolveThread(thread.hash, state));
      await panel.until(() =>
        panel.seats.every((seat) => threadsOf(seat)[0]?.resolved === (state === "resolved")),
      );
    }
    unwrap(await panel.ana.session().decide(aHire()));
    unwrap(await panel.ana.session().record());
    await panel.until(() => panel.seats.every((seat) => seat.session().view.get().decision !== null));
    await panel.rest();
    for (const seat of panel.seats) {
      const made = unwrap(await seat.session().record());
      expect(made.record.comments?.[0]?.comments.map(({ text }) => text)).toEqual([
        "Which flask was that?",
        "The second.",
      ]);
      expect(made.record.comments?.[0]?.resolutions?.map(({ state }) => state)).toEqual([
        "resolved",
        "reopened",
        "resolved",
      ]);
    }
  });

  it("are refused before the reveal, and from who only scores", async () => {
    await sealAll(panel);
    const early = await panel.cleo.session().comment(onBens("Which flask was that?"));
    expect(early).toMatchObject({ error: { type: "notRevealed" } });
    await revealSealed();
    const [anas] = cardIn(panel.ben.session(), morning, "ana").sealed;
    const bens = await panel.ben
      .session()
      .comment({ ...onBens("Too kind."), envelopeHash: anas?.envelopeHash ?? bensCard() });
    expect(bens).toMatchObject({ error: { type: "mayNotComment" } });
  });
});

describe("a rating after the discussion", () => {
  const item = { kind: "competency", competencyId: samples } as const;

  it("is refused before the reveal and on another's card, and superseded by the same person's next, everywhere", async () => {
    await sealAll(panel);
    const mine = { envelopeHash: bensCard(), item, value: 2, reason: "The label." };
    expect(await panel.ben.session().rateAgain(mine)).toMatchObject({ error: { type: "notRevealed" } });
    await revealSealed();
    expect(await panel.cleo.session().rateAgain(mine)).toMatchObject({ error: { type: "otherPersonsCard" } });
    unwrap(await panel.ben.session().rateAgain(mine));
    unwrap(await panel.ben.session().rateAgain({ ...mine, value: 1, reason: "And the log." }));
    const words = (seat: Seat) => seat.session().view.get().debrief?.secondRatings ?? [];
    await panel.until(() => panel.seats.every((seat) => words(seat).length === 2));
    for (const seat of panel.seats)
      expect(words(seat).map(({ value, replaced, personId: who }) => [who, value, replaced])).toEqual([
        [personId("ben"), 2, true],
        [personId("ben"), 1, false],
      ]);
    const record = unwrap(await panel.cleo.session().record());
    expect(record.record.secondRatings).toHaveLength(2);
    expect(cardIn(panel.cleo.session(), noonSlot, "cleo").sealed).toHaveLength(1);
  });
});

describe("a decision that was reopened", () => {
  it("stands no more on any laptop, with who said so and why; the next one does, and is countersigned into the record", async () => {
    await reveal();
    const { ana, ben } = panel;
    unwrap(await ana.session().decide(aHire()));
    unwrap(await ana.session().record());
    const isDecided = (seat: Seat) => seat.session().view.get().decision !== null;
    await panel.until(() => panel.seats.every(isDecided));
    expect(await ben.session().reopenDecision("I was wrong.")).toMatchObject({
      error: { type: "notTheAuthority" },
    });
    expect(await ana.session().reopenDecision("  ")).toMatchObject({ error: { type: "reasonMissing" } });
    unwrap(await ana.session().reopenDecision("A reference came back."));
    await panel.until(() => panel.seats.every((seat) => !isDecided(seat)));
    unwrap(await ana.session().decide(aHire({ present: [personId("ben")] })));
    await panel.until(() => panel.seats.every(isDecided));
    unwrap(await ben.session().countersign());
    await panel.until(
      () => ana.session().view.get().debrief?.countersignatures[0]?.personId === personId("ben"),
    );
    const { record } = unwrap(await ana.session().record());
    expect(record.countersignatures?.map(({ personId: who }) => who)).toEqual([personId("ben")]);
    expect(record.reopenings?.map(({ reason, decision }) => [reason, decision.present])).toEqual([
      ["A reference came back.", undefined],
    ]);
    expect(
      ana
        .session()
        .view.get()
        .day.log.map(({ what }) => what.kind),
    ).toContain("reopened");
  });
});
