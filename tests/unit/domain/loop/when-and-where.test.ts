import { expect, it } from "vitest";
import { roomText, whenAndWhere } from "../../../../src/domain/loop/when-and-where";

const startsAt = "2026-11-23T09:30";

it("says when, how long, where and with whom", () => {
  expect(whenAndWhere({ startsAt, minutes: 45, room: "3" }, "23 Nov 2026", ["Ines Sato", "Ana Brandt"])).toBe(
    "23 Nov 2026, 09:30 · 45 min · room 3 · with Ines Sato, Ana Brandt",
  );
});

it("leaves out what the plan leaves open", () => {
  expect(whenAndWhere({ startsAt, minutes: 0, room: "" }, "23 Nov 2026")).toBe("23 Nov 2026, 09:30");
});

it("says the word room once", () => {
  expect(roomText("Room 3")).toBe("Room 3");
  expect(roomText("Meeting room B")).toBe("Meeting room B");
  expect(roomText("Ballroom")).toBe("room Ballroom");
});
