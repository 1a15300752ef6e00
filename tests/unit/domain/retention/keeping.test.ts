import { describe, expect, it } from "vitest";
import { monthsAfter } from "../../../../src/domain/retention/days";
import { conflictsOf, keepingOf, type RecordDays, stateOn } from "../../../../src/domain/retention/keeping";
import { knownRegimes, plainRetention, retentionTableSchema } from "../../../../src/domain/retention/regimes";

const rejected: RecordDays = { lastInterview: "2026-11-20", decided: "2026-11-23", rejected: true };
const hired: RecordDays = { ...rejected, rejected: false };

const chosen = (...ids: readonly string[]) =>
  knownRegimes.map((regime) => ({ ...regime, chosen: ids.includes(regime.id) }));

const kept = (days: RecordDays, ...ids: readonly string[]) => {
  const keeping = keepingOf(days, chosen(...ids), null);
  if (keeping === null) throw new Error("a rule counts");
  return keeping;
};

describe("months on the calendar", () => {
  it("end on the same day, or on the last of a month that is too short", () => {
    expect(monthsAfter("2026-11-23", 12)).toBe("2027-11-23");
    expect(monthsAfter("2026-08-31", 6)).toBe("2027-02-28");
    expect(monthsAfter("2027-08-31", 6)).toBe("2028-02-29");
    expect(monthsAfter("2028-02-29", 48)).toBe("2032-02-29");
    expect(monthsAfter("2096-02-29", 48)).toBe("2100-02-28");
    expect(monthsAfter("2026-12-31", 1)).toBe("2027-01-31");
  });
});

describe("how long a record is kept", () => {
  it("nobody decides by default: no rule counts until one is chosen", () => {
    expect(retentionTableSchema.parse(plainRetention).regimes.every((regime) => !regime.chosen)).toBe(true);
    expect(keepingOf(rejected, knownRegimes, null)).toBeNull();
  });

  it.each([
    ["us-eeoc-private", "2027-11-23"],
    ["us-eeoc-public", "2028-11-23"],
    ["us-contractor", "2028-11-23"],
    ["us-contractor-small", "2027-11-23"],
    ["us-california", "2030-11-23"],
  ])("is by %s at least until %s", (id, until) => {
    expect(kept(rejected, id).minimum?.until).toBe(until);
  });

  it.each([
    ["uk", "2027-11-23"],
    ["de", "2027-05-23"],
    ["fr", "2028-11-23"],
    ["pl", "2029-11-23"],
  ])("is by %s at most until %s", (id, until) => {
    expect(kept(rejected, id).ceilings.map((bound) => bound.until)).toEqual([until]);
  });

  it("counts a minimum from the later of the interview and the decision", () => {
    const late = { ...rejected, lastInterview: "2026-12-01" };
    expect(kept(late, "us-eeoc-private").minimum).toMatchObject({ from: "2026-12-01", until: "2027-12-01" });
  });

  it("has no clock that starts with a rejection where the candidate was hired", () => {
    expect(keepingOf(hired, chosen("de"), null)).toBeNull();
    expect(kept(hired, "de", "uk").ceilings.map(({ regime }) => regime)).toEqual([
      "United Kingdom, usual practice",
    ]);
  });

  it("is the longest of several minimums, and the nearest ceiling stands first", () => {
    const keeping = kept(rejected, "us-eeoc-private", "us-california", "fr", "uk");
    expect(keeping.minimum?.regime).toBe("California, Gov. Code 12946");
    expect(keeping.ceilings.map(({ until }) => until)).toEqual(["2027-11-23", "2028-11-23"]);
  });

  it("warns of every ceiling that lies before the minimum, and of none that lies behind it", () => {
    expect(conflictsOf(kept(rejected, "us-eeoc-public", "de", "pl")).map(({ until }) => until)).toEqual([
      "2027-05-23",
    ]);
    expect(conflictsOf(kept(rejected, "us-eeoc-private", "fr"))).toEqual([]);
    expect(conflictsOf(kept(rejected, "us-eeoc-private", "uk"))).toEqual([]);
  });
});

describe("what holds on a day", () => {
  it("is to keep through the last day of the minimum, then nothing asks for it, then a ceiling has passed", () => {
    const keeping = kept(rejected, "us-eeoc-private", "fr");
    expect(stateOn(keeping, "2027-11-23")).toBe("keep");
    expect(stateOn(keeping, "2027-11-24")).toBe("mayGo");
    expect(stateOn(keeping, "2028-11-23")).toBe("mayGo");
    expect(stateOn(keeping, "2028-11-24")).toBe("due");
  });

  it("is to keep until a ceiling where no minimum counts", () => {
    expect(stateOn(kept(rejected, "de"), "2027-05-23")).toBe("keep");
    expect(stateOn(kept(rejected, "de"), "2027-05-24")).toBe("due");
  });

  it("is the minimum’s word where rules conflict", () => {
    const keeping = kept(rejected, "us-eeoc-public", "de");
    expect(stateOn(keeping, "2028-01-01")).toBe("keep");
    expect(stateOn(keeping, "2028-11-24")).toBe("due");
  });

  it("is never to erase what a legal hold keeps, with or without a rule", () => {
    const hold = { cause: "charge", since: "2026-12-01" } as const;
    const long = keepingOf(rejected, chosen("de"), hold);
    expect(long === null ? null : stateOn(long, "2050-01-01")).toBe("held");
    expect(keepingOf(rejected, knownRegimes, hold)?.hold).toEqual(hold);
  });
});

describe("the table of rules", () => {
  const [first] = knownRegimes;
  if (first === undefined) throw new Error("there are rules");

  it("takes a rule of the company’s own", () => {
    const own = { ...first, id: "own", name: "Works agreement", minimumMonths: null, ceilingMonths: 3 };
    expect(retentionTableSchema.safeParse({ ...plainRetention, regimes: [own] }).success).toBe(true);
  });

  it("refuses a rule without any period, one of no months, and two of one id", () => {
    for (const regimes of [
      [{ ...first, minimumMonths: null }],
      [{ ...first, minimumMonths: 0 }],
      [first, first],
    ])
      expect(retentionTableSchema.safeParse({ ...plainRetention, regimes }).success).toBe(false);
  });
});
