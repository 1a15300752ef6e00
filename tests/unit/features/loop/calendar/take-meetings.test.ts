import { describe, expect, it } from "vitest";
import { levelIdSchema } from "../../../../../src/domain/ids";
import type { Meeting } from "../../../../../src/domain/loop/meetings/meeting";
import type { Person } from "../../../../../src/domain/loop/roster";
import {
  collide,
  placedMeetings,
  takeMeetings,
} from "../../../../../src/features/loop/calendar/take-meetings";
import { noRules, type PlanForm } from "../../../../../src/features/loop/plan-form";
import { aPerson, aSlot, personId, slotId } from "../../../../support/builders/record";

const named = (id: string, name: string, hats?: Person["hats"]): Person => ({ ...aPerson(id, hats), name });

const form: PlanForm = {
  candidateId: null,
  levelId: levelIdSchema.parse("junior"),
  persons: [
    named("ana", "Ana Horvat", ["facilitator", "panelist"]),
    named("ben", "Ben Okafor"),
    named("eva", "Eva Lang", ["observer"]),
  ],
  me: personId("ana"),
  slots: [aSlot("Bench interview", ["ana", "ben"])],
  deputies: null,
  escrow: null,
  meetings: {},
  ...noRules(),
};

const aMeeting = (overrides: Partial<Meeting> = {}): Meeting => ({
  uid: "one@example.org",
  title: "Work simulation",
  startsAt: "2026-11-24T14:00",
  minutes: 60,
  room: "1.1",
  people: [],
  clock: "asWritten",
  ...overrides,
});

const invited = (...names: readonly string[]) => names.map((name) => ({ name, mail: "", comes: true }));
const newSlotId = () => slotId("new");
const taken = (before: PlanForm, ...meetings: readonly Meeting[]): PlanForm =>
  takeMeetings(before, placedMeetings(before, meetings), newSlotId);

describe("a meeting of a calendar file", () => {
  it("becomes a slot of its own with those of its people who hold cards", () => {
    const meeting = aMeeting({ people: invited("Okafor, Ben", "Eva Lang", "Somebody Else") });
    expect(taken(form, meeting).slots[1]).toMatchObject({
      slotId: slotId("new"),
      title: "Work simulation",
      startsAt: "2026-11-24T14:00",
      minutes: 60,
      room: "1.1",
      interviewers: [personId("ben")],
    });
  });

  it("seats everybody who holds cards where the calendar names nobody who does", () => {
    expect(taken(form, aMeeting()).slots[1]?.interviewers).toEqual([personId("ana"), personId("ben")]);
  });

  it("moves the slot of its name, with its questions as they are", () => {
    const after = taken(form, aMeeting({ title: "bench  Interview", people: invited("Ana Horvat") }));
    expect(after.slots).toHaveLength(1);
    expect(after.slots[0]).toMatchObject({
      title: "Bench interview",
      startsAt: "2026-11-24T14:00",
      interviewers: [personId("ana")],
      questionIds: form.slots[0]?.questionIds,
    });
  });

  it("moves its slot when it comes again, and seats nobody anew", () => {
    const once = taken(form, aMeeting({ people: invited("Ben Okafor") }));
    const seated = {
      ...once,
      slots: once.slots.map((slot) => ({ ...slot, interviewers: [personId("ana")] })),
    };
    const again = taken(
      seated,
      aMeeting({ startsAt: "2026-11-24T15:00", room: "", title: "Renamed", people: invited("Ben Okafor") }),
    );
    expect(again.slots).toHaveLength(2);
    expect(again.slots[1]).toMatchObject({
      startsAt: "2026-11-24T15:00",
      room: "1.1",
      title: "Work simulation",
      interviewers: [personId("ana")],
    });
  });

  it("is a new slot again where its slot was taken out", () => {
    const once = taken(form, aMeeting());
    expect(placedMeetings({ ...once, slots: form.slots }, [aMeeting()])[0]?.into).toBe("new");
  });

  it("stays out where somebody says so", () => {
    expect(takeMeetings(form, [{ meeting: aMeeting(), into: "none" }], newSlotId)).toBe(form);
  });

  it("does not share a slot with another of the same name", () => {
    const [one, other] = [
      aMeeting({ title: "Bench interview" }),
      aMeeting({ title: "Bench interview", uid: "" }),
    ];
    const placed = placedMeetings(form, [one, other]);
    expect(placed.map(({ into }) => into)).toEqual([slotId("Bench interview"), "new"]);
    expect(collide(placed)).toBe(false);
    expect(collide(placed.map((each) => ({ ...each, into: slotId("Bench interview") })))).toBe(true);
    expect(collide(placed.map((each) => ({ ...each, into: "new" })))).toBe(false);
  });
});
