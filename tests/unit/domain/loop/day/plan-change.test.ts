import { describe, expect, it } from "vitest";
import {
  type ChangeGround,
  changePlan,
  type PlanChange,
} from "../../../../../src/domain/loop/day/plan-change";
import { unwrap } from "../../../../../src/domain/result";
import { aPerson, aPlan, aSlot, personId, slotId } from "../../../../support/builders/record";

const morning = aSlot("morning", ["ana", "ben"], { startsAt: "2026-11-23T09:30" });
const midday = aSlot("midday", ["cleo"], { startsAt: "2026-11-23T11:00" });
const late = aSlot("late", ["ana"], { startsAt: "2026-11-23T16:00" });
const nextDay = aSlot("next-day", ["ben"], { startsAt: "2026-11-24T09:00" });
const plan = aPlan([morning, midday, late, nextDay]);

const ground: ChangeGround = {
  persons: [
    aPerson("ana"),
    aPerson("ben"),
    aPerson("cleo"),
    aPerson("dora"),
    aPerson("olaf", ["observer"]),
    aPerson("sven", ["shadow", "panelist"]),
    aPerson("rita", ["recordsKeeper"]),
  ],
  escrow: null,
  sealed: [],
  begun: false,
};

const changed = (change: PlanChange, beside: Partial<ChangeGround> = {}) =>
  changePlan(plan, change, { ...ground, ...beside });
const refusal = (change: PlanChange, beside: Partial<ChangeGround> = {}) => {
  const answer = changed(change, beside);
  return answer.ok ? "changed" : answer.error.type;
};
const starts = (change: PlanChange) => unwrap(changed(change)).slots.map(({ startsAt }) => startsAt.slice(5));

describe("a candidate who is late", () => {
  it("puts off that slot and the rest of that day by the same minutes, and no other day", () => {
    expect(starts({ kind: "late", slotId: midday.slotId, minutes: 25 })).toEqual([
      "11-23T09:30",
      "11-23T11:25",
      "11-23T16:25",
      "11-24T09:00",
    ]);
  });

  it("is not put off by nothing, by parts of minutes, or over midnight", () => {
    const by = (minutes: number) => refusal({ kind: "late", slotId: midday.slotId, minutes });
    expect([0, -5, 2.5, 601, Number.NaN].map(by)).toEqual(Array(5).fill("minutesOutOfRange"));
    expect(by(479)).toBe("changed");
    expect(by(480)).toBe("pastMidnight");
  });
});

describe("a slot of a running plan", () => {
  it("moves to another time, and to no text that is none", () => {
    const to = (startsAt: string) => ({ kind: "moved", slotId: late.slotId, startsAt }) as const;
    expect(starts(to("2026-11-24T10:15"))[2]).toBe("11-24T10:15");
    expect(refusal(to("tomorrow"))).toBe("notATime");
    expect(refusal(to("2026-13-24T10:15"))).toBe("notATime");
    expect(refusal(to(late.startsAt))).toBe("nothingChanges");
  });

  it("gets other minutes and another room, also no minutes at all", () => {
    const to = (minutes: number, room: string) =>
      ({ kind: "placed", slotId: late.slotId, minutes, room }) as const;
    expect(unwrap(changed(to(0, " Lab 1 "))).slots[2]).toEqual({ ...late, minutes: 0, room: "Lab 1" });
    expect(refusal(to(-1, "Lab 1"))).toBe("minutesOutOfRange");
    expect(refusal(to(601, "Lab 1"))).toBe("minutesOutOfRange");
    expect(refusal(to(late.minutes, late.room))).toBe("nothingChanges");
  });

  it("is nothing where the plan has no such slot", () => {
    expect(refusal({ kind: "cancelled", slotId: slotId("gone") })).toBe("unknownSlot");
  });
});

describe("a swapped panelist", () => {
  const swap = (leaves: string, comes: string) =>
    ({
      kind: "swapped",
      slotId: morning.slotId,
      leaves: personId(leaves),
      comes: personId(comes),
    }) as const;
  const owed = (after: typeof plan) =>
    after.required
      .filter((card) => card.slotId === morning.slotId)
      .map((card) => card.personId)
      .toSorted();

  it("hands seat and required card to who comes", () => {
    const after = unwrap(changed(swap("ben", "dora")));
    expect(after.slots[0]?.interviewers).toEqual([personId("ana"), personId("dora")]);
    expect(owed(after)).toEqual([personId("ana"), personId("dora")]);
    expect(after.required).toHaveLength(plan.required.length);
  });

  it("keeps a card required that the one who left had sealed", () => {
    const sealed = [{ slotId: morning.slotId, personId: personId("ben") }];
    const after = unwrap(changed(swap("ben", "dora"), { sealed }));
    expect(owed(after)).toEqual(["ana", "ben", "dora"].map(personId));
    expect(after.slots[0]?.interviewers).not.toContain(personId("ben"));
  });

  it("is refused for who is not there, who is there already, and who owes no card", () => {
    expect(refusal(swap("cleo", "dora"))).toBe("notInTheSlot");
    expect(refusal(swap("ben", "ana"))).toBe("alreadyInTheSlot");
    expect(refusal(swap("ben", "nobody"))).toBe("unknownPerson");
    expect(["olaf", "sven", "rita"].map((name) => refusal(swap("ben", name)))).toEqual(
      Array(3).fill("mayNotScore"),
    );
    expect(refusal(swap("ben", "dora"), { escrow: personId("dora") })).toBe("mayNotScore");
  });
});

describe("a slot that is called off", () => {
  const cancelled = { kind: "cancelled", slotId: morning.slotId } as const;

  it("stays in the plan with nobody in it, and its cards are not required any more", () => {
    const after = unwrap(changed(cancelled));
    expect(after.slots[0]).toEqual({ ...morning, interviewers: [], cancelled: true });
    expect(after.required.filter((card) => card.slotId === morning.slotId)).toEqual([]);
  });

  it("keeps the card required that was sealed for it", () => {
    const sealed = [{ slotId: morning.slotId, personId: personId("ben") }];
    const after = unwrap(changed(cancelled, { sealed }));
    expect(after.required.filter((card) => card.slotId === morning.slotId)).toEqual(sealed);
  });

  it("is not changed again", () => {
    const after = unwrap(changed(cancelled));
    const again = changePlan(after, cancelled, ground);
    expect(again.ok ? "changed" : again.error.type).toBe("slotCancelled");
  });
});
