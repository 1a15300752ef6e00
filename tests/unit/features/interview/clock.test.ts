import { describe, expect, it } from "vitest";
import { clockText, paceOf } from "../../../../src/features/interview/clock";

const minute = 60_000;

describe("the slot's clock", () => {
  it("reads minutes and seconds, with hours in front once there are any", () => {
    expect(clockText(0)).toBe("00:00");
    expect(clockText(4 * minute + 12_999)).toBe("04:12");
    expect(clockText(60 * minute - 1)).toBe("59:59");
    expect(clockText(61 * minute + 5000)).toBe("1:01:05");
  });

  it("reads zero for a negative time", () => {
    expect(clockText(-1)).toBe("00:00");
  });
});

describe("the pace of a slot", () => {
  it("is calm until the last tenth, closing in it, and over from the last minute's end", () => {
    expect(paceOf(40.4 * minute, 45)).toBe("calm");
    expect(paceOf(40.5 * minute, 45)).toBe("closing");
    expect(paceOf(45 * minute - 1, 45)).toBe("closing");
    expect(paceOf(45 * minute, 45)).toBe("over");
  });

  it("is calm for ever where no minutes are planned", () => {
    expect(paceOf(600 * minute, 0)).toBe("calm");
  });
});
