import { describe, expect, it } from "vitest";
import { breakIdSchema, personIdSchema, timestampSchema } from "../../../../../src/domain/ids";
import { type Happening, quietDay } from "../../../../../src/domain/loop/day/loop-day";
import type { LoopView } from "../../../../../src/domain/loop/loop-view";
import { changeSentences } from "../../../../../src/features/room/day/change-words";
import { emptyDraft, mayCome, outlookOf, someoneNew } from "../../../../../src/features/room/day/day-draft";
import { dayBlock } from "../../../../../src/features/room/day/day-words";
import { logRows } from "../../../../../src/features/room/day/log-words";
import { anId } from "../../../../support/builders/ids";
import { aCardState, aLoopView, anAuthority, aSealed } from "../../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, personId, slotId } from "../../../../support/builders/record";

const everybody = [
  aPerson("ana", ["facilitator", "panelist"]),
  aPerson("tomas"),
  aPerson("ines"),
  aPerson("olaf", ["observer"]),
];
const dive = aSlot("dive", ["ana", "tomas"], { title: "Deep dive", startsAt: "2026-11-23T09:30" });
const talk = aSlot("talk", ["ana"], { title: "Talk", startsAt: "2026-11-23T11:00" });
const plan = aPlan([talk, dive]);
const view = aLoopView(everybody, { plan });
const newId = anId(personIdSchema, "newcomer");
const draft = emptyDraft(plan);

describe("the form for changing the day", () => {
  it("begins with the first slot of the day and a late candidate", () => {
    expect(draft).toMatchObject({ act: "late", slotId: slotId("dive"), minutes: "15" });
  });

  it("adds, changes and takes out breaks, and says so", () => {
    const sentences = (changes: Partial<typeof draft>, over = view) => {
      const outlook = outlookOf(over, { ...draft, ...changes }, newId);
      return outlook.ok ? changeSentences(over, outlook.value.differences) : outlook.error.type;
    };
    const pause = { breakTitle: "Lunch", startsAt: "2026-11-23T12:00", minutes: "45" };
    expect(sentences({ act: "breakAdded", ...pause })).toEqual(["Lunch is new at 12:00, for 45 min."]);
    const breakId = anId(breakIdSchema, "lunch");
    const lunch = { breakId, title: "Lunch", startsAt: "2026-11-23T12:00", minutes: 45, personIds: null };
    const withLunch = { ...view, plan: { ...plan, breaks: [lunch] } };
    expect(
      sentences({ act: "breakChanged", breakId, ...pause, startsAt: "2026-11-23T12:30" }, withLunch),
    ).toEqual(["Lunch begins at 12:30 instead of 12:00, for 45 min."]);
    expect(sentences({ act: "breakRemoved", breakId }, withLunch)).toEqual(["Lunch at 12:00 is gone."]);
    expect(sentences({ act: "breakRemoved", breakId: "" }, withLunch)).toBe("unknownBreak");
  });

  it("refuses other weights once somebody began a card", () => {
    const begun = { ...view, cards: [aCardState("ana", "dive", { progress: { answered: 0, of: 3 } })] };
    expect(outlookOf(begun, { ...draft, act: "weights" }, newId)).toEqual({
      ok: false,
      error: { type: "weightsFrozen" },
    });
  });

  it("says what would change before anything is signed", () => {
    const outlook = outlookOf(view, { ...draft, minutes: "20" }, newId);
    expect(outlook.ok && changeSentences(view, outlook.value.differences)).toEqual([
      "2 slots begin 20 min later, from Deep dive on.",
    ]);
    expect(outlookOf(view, { ...draft, minutes: "" }, newId)).toEqual({
      ok: false,
      error: { type: "minutesOutOfRange" },
    });
  });

  it("offers for a seat who scores and is not in the slot, and somebody new", () => {
    expect(mayCome(view, dive).map(({ name }) => name)).toEqual(["ines"]);
    const swap = { ...draft, act: "swapped", leaves: personId("tomas"), comes: someoneNew } as const;
    expect(outlookOf(view, swap, newId)).toEqual({ ok: false, error: { type: "nameMissing" } });
    const outlook = outlookOf(view, { ...swap, newName: " Dora Lind " }, newId);
    if (!outlook.ok) throw new Error(outlook.error.type);
    expect(outlook.value.newcomer).toMatchObject({ personId: newId, name: "Dora Lind", hats: ["panelist"] });
    const { plan: after, persons, differences } = outlook.value;
    expect(changeSentences({ ...view, plan: after, persons }, differences)).toEqual([
      "Deep dive: Dora Lind instead of tomas.",
      "No card of tomas is asked for Deep dive any more; the reveal will say so.",
      "Dora Lind owes the card for Deep dive.",
    ]);
  });

  it("is for who is in charge, before the reveal and while the loop goes on", () => {
    expect(dayBlock(view)).toBeNull();
    const other = { ...view, authority: anAuthority([], personId("ana")) };
    expect(dayBlock(other)).toBe("Only ana can change the day, or a deputy who took over.");
  });
});

describe("what becomes of the card of somebody who leaves a slot", () => {
  const card = { slotId: slotId("dive"), personId: personId("tomas") };
  const said = (cards: LoopView["cards"]) => changeSentences({ ...view, cards }, [{ kind: "dropped", card }]);

  it("is said: sealed and kept, begun and on their laptop, or not there", () => {
    expect(said([aCardState("tomas", "dive", { sealed: [aSealed("tomas", "dive")] })])).toEqual([
      "tomas’s card for Deep dive is sealed and kept.",
    ]);
    expect(said([aCardState("tomas", "dive", { progress: { answered: 2, of: 3 } })])[0]).toContain(
      "begun card for Deep dive stays on their laptop",
    );
    expect(said([])[0]).toContain("No card of tomas is asked");
  });
});

describe("the log", () => {
  const line = (key: string, what: Happening, reason = "") => ({
    key,
    at: timestampSchema.parse("2026-11-23T10:00:00.000Z"),
    by: personId("ana"),
    reason,
    what,
  });
  const rows = (...log: readonly ReturnType<typeof line>[]) =>
    logRows({ ...view, day: { ...quietDay, log } }).map(({ who, what, why }) => [who, ...what, why]);

  it("tells who, what and why, newest first, and never what a card says", () => {
    const card = { slotId: slotId("dive"), personId: personId("tomas") };
    expect(
      rows(
        line("1", { kind: "sealed", ...card, revision: 1 }),
        line("2", { kind: "ended", cause: "withdrawn", retentionFrom: "2026-11-23" }, "Took another offer."),
        line("3", { kind: "entered", ...card, typedBy: personId("ines"), from: "paper" }),
        line("4", { kind: "wiped", personId: personId("ines"), drafts: [card], unsafe: [] }),
      ),
    ).toEqual([
      [
        "ana",
        "Took the loop off a borrowed laptop.",
        "tomas’s card for Deep dive was begun there, never sealed, and is gone.",
        "",
      ],
      ["ana", "tomas’s card for Deep dive was written on paper and typed in afterwards by ines.", ""],
      [
        "ana",
        "The candidate withdrew.",
        "The cards stay sealed. Retention counts from 23 Nov 2026.",
        "Took another offer.",
      ],
      ["ana", "Sealed tomas’s card for Deep dive.", ""],
    ]);
  });
});
