import { expect, it } from "vitest";
import { localDay } from "../../../../src/app/exports/local-day";

it.each([0, 1, 12, 23])(
  "a moment at %i o’clock by this laptop’s clock belongs to this laptop’s day",
  (hour) => {
    expect(localDay(new Date(2026, 10, 30, hour, 30).toISOString())).toBe("2026-11-30");
    expect(localDay(new Date(2026, 0, 5, hour, 30).toISOString())).toBe("2026-01-05");
  },
);
