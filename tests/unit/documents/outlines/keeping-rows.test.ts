import { describe, expect, it } from "vitest";
import { packOutline } from "../../../../src/documents/outlines/pack";
import { packOrigin, packProperties } from "../../../../src/documents/outlines/pack-properties";
import { closedDisclosure, type PackAudience } from "../../../../src/domain/record/audiences";
import { keepingByRules, recordDays } from "../../../../src/domain/retention/record-keeping";
import { knownRegimes } from "../../../../src/domain/retention/regimes";
import { noon } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const record = aDecidedRecord();
const chosen = (...ids: readonly string[]) =>
  knownRegimes.map((regime) => ({ ...regime, chosen: ids.includes(regime.id) }));
const hold = { loopId: record.loopId, cause: "charge", since: "2026-12-01" } as const;

const factsWith = (ids: readonly string[], holds: readonly (typeof hold)[] = []) => ({
  recordHash: "",
  generatedAt: noon,
  disclosure: closedDisclosure,
  otherCandidates: [],
  keeping: keepingByRules(record.loopId, recordDays(record), { regimes: chosen(...ids), holds: [...holds] }),
});

/** What a cover says, by its labels. */
const coverOf = (audience: PackAudience, facts: ReturnType<typeof factsWith>) =>
  new Map(
    packOutline(record, audience, facts).cover.flatMap((block) => (block.kind === "facts" ? block.rows : [])),
  );

describe("the cover of a pack", () => {
  it("says how long it is kept, from which day, by which rule", () => {
    const cover = coverOf("hrFile", factsWith(["us-eeoc-public"]));
    expect(cover.get("Keep at least")).toBe(
      "until 23 November 2028: 2 years from 23 November 2026, the later of the last interview and the decision (US, EEOC: state or local government, education)",
    );
    expect(cover.has("Keeping")).toBe(false);
  });

  it("says from which day keeping counts, and no more, while no rule is chosen", () => {
    const cover = coverOf("hrFile", factsWith([]));
    expect(cover.get("Keeping")).toMatch(/^counts from 23 November 2026/);
    expect(cover.has("Keep at least")).toBe(false);
  });

  it("says that rules pull apart where a ceiling lies before the least time, and not where none does", () => {
    expect(coverOf("hrFile", factsWith(["us-eeoc-public", "uk"])).has("Rules apart")).toBe(true);
    expect(coverOf("hrFile", factsWith(["us-eeoc-private", "fr"])).has("Rules apart")).toBe(false);
  });

  it("names a legal hold to those who keep files, and never to the person themselves", () => {
    const facts = factsWith(["us-eeoc-private"], [hold]);
    expect(coverOf("hrFile", facts).get("Legal hold")).toBe(
      "a charge, since 1 December 2026: nothing of it is to be erased until the hold ends",
    );
    expect(coverOf("hiringManager", facts).has("Legal hold")).toBe(true);
    const own = coverOf("subjectAccess", facts);
    expect(own.has("Keep at least")).toBe(true);
    expect([...own].flat().join(" ")).not.toMatch(/hold|charge/i);
  });
});

describe("a pack’s properties", () => {
  const read = (properties: readonly { readonly name: string; readonly value: string }[]) =>
    packOrigin(new Map(properties.map(({ name, value }) => [name, value])))?.keeping;

  it("say what its cover says of keeping, so that it can be made again by other rules of the day", () => {
    const facts = { ...factsWith(["uk"], [hold]), recordHash: "hash" };
    expect(read(packProperties("hrFile", facts))).toEqual(facts.keeping);
  });

  it("never tell a hold in a copy for the person themselves", () => {
    const facts = { ...factsWith(["uk"], [hold]), recordHash: "hash" };
    expect(JSON.stringify(packProperties("subjectAccess", facts))).not.toMatch(/hold":\{|charge/);
  });

  it("do not tell it by being there either, where no rule is chosen", () => {
    const ofHeld = packProperties("subjectAccess", factsWith([], [hold]));
    expect(ofHeld).toEqual(packProperties("subjectAccess", factsWith([])));
    expect(
      read(packProperties("hrFile", { ...factsWith([], [hold]), recordHash: "hash" }))?.hold,
    ).not.toBeNull();
  });

  it("that somebody broke say nothing of keeping", () => {
    const facts = { ...factsWith(["uk"]), recordHash: "hash" };
    const broken = packProperties("hrFile", facts).map((each) =>
      each.name === "PanelbookKeeping" ? { ...each, value: "{" } : each,
    );
    expect(read(broken)).toBeNull();
  });
});
