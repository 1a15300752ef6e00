import { expect, it } from "vitest";
import { dayText } from "../../../src/ui/day-text";

it("a time is shown as its day in the zone of the reader", () => {
  expect(dayText("2026-11-23T23:30:00.000Z", "UTC")).toBe("23 Nov 2026");
  expect(dayText("2026-11-23T23:30:00.000Z", "Europe/Paris")).toBe("24 Nov 2026");
});

it("a text that is no time stays as it is", () => {
  expect(dayText("", "UTC")).toBe("");
  expect(dayText("soon", "UTC")).toBe("soon");
});

it("a bare date is the same day in every zone", () => {
  expect(dayText("2026-11-23", "America/Los_Angeles")).toBe("23 Nov 2026");
});
