import { describe, expect, it } from "vitest";
import { planDifferences } from "../../../../../src/domain/loop/day/plan-difference";
import { aPlan, aSlot, personId, slotId } from "../../../../support/builders/record";

const morning = aSlot("morning", ["ana", "ben"], { startsAt: "2026-11-23T09:30" });
const midday = aSlot("midday", ["cleo"], { startsAt: "2026-11-23T11:00" });
const before = aPlan([morning, midday]);

describe("the differences between two versions of a plan", () => {
  it("are none between equal ones", () => {
    expect(planDifferences(before, aPlan([morning, midday]))).toEqual([]);
  });

  it("say once that several slots were put off by the same time", () => {
    const after = aPlan([
      { ...morning, startsAt: "2026-11-23T09:50" },
      { ...midday, startsAt: "2026-11-23T11:20" },
    ]);
    expect(planDifferences(before, after)).toEqual([
      { kind: "putOff", slotIds: [slotId("morning"), slotId("midday")], minutes: 20 },
    ]);
  });

  it("say from when to when where slots moved apart or only one did", () => {
    const after = aPlan([morning, { ...midday, startsAt: "2026-11-23T10:00" }]);
    expect(planDifferences(before, after)).toEqual([
      { kind: "moved", slotId: slotId("midday"), from: "2026-11-23T11:00", to: "2026-11-23T10:00" },
    ]);
  });

  it("tell minutes, room, people and whose card is required", () => {
    const after = aPlan([
      { ...morning, minutes: 30, room: "Forum", interviewers: ["ana", "dora"].map(personId) },
      midday,
    ]);
    const card = (name: string) => ({ slotId: slotId("morning"), personId: personId(name) });
    expect(planDifferences(before, after)).toEqual([
      { kind: "minutes", slotId: slotId("morning"), from: 45, to: 30 },
      { kind: "room", slotId: slotId("morning"), from: "2.14", to: "Forum" },
      { kind: "panel", slotId: slotId("morning"), left: [personId("ben")], came: [personId("dora")] },
      { kind: "dropped", card: card("ben") },
      { kind: "nowRequired", card: card("dora") },
    ]);
  });

  it("tell a slot that was called off, added or taken out", () => {
    const off = aPlan([{ ...morning, interviewers: [], cancelled: true }, midday], {
      required: before.required,
    });
    expect(planDifferences(before, off)).toEqual([{ kind: "cancelled", slotId: slotId("morning") }]);
    const other = aPlan([morning, aSlot("evening", [])], { required: before.required });
    expect(planDifferences(before, other)).toEqual([
      { kind: "added", slotId: slotId("evening") },
      { kind: "removed", slotId: slotId("midday") },
    ]);
  });
});
