import { describe, expect, it } from "vitest";
import type { Meeting } from "../../../../../src/domain/loop/meetings/meeting";
import { moveSentence } from "../../../../../src/features/loop/calendar/moved-words";
import { aPlan, aSlot, slotId } from "../../../../support/builders/record";

const plan = aPlan([aSlot("one", ["ana"])]);
const sentence = (clock: Meeting["clock"]): string =>
  moveSentence(plan, {
    meeting: { clock } as Meeting,
    change: {
      kind: "arranged",
      slots: [{ slotId: slotId("one"), startsAt: "2026-11-23T14:00", minutes: 45, room: "2.14" }],
      breaks: [],
    },
  });

describe("what moves in the calendar, before it is signed", () => {
  it("is said without more where the hour stands in the file", () => {
    expect(sentence("asWritten")).toBe("one begins at 14:00 instead of 09:30.");
  });

  it("is said with how the hour was read where the file means another zone, or one nobody knows", () => {
    expect(sentence("converted")).toBe(
      "one begins at 14:00 instead of 09:30. Turned from another time zone into the time of this laptop.",
    );
    expect(sentence("unknownZone")).toBe(
      "one begins at 14:00 instead of 09:30. Its time zone is not known; the time stands as written.",
    );
  });
});
