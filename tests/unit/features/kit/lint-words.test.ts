import { describe, expect, it } from "vitest";
import { type KitRule, kitRules } from "../../../../src/domain/kit/lint/finding";
import { lintKit } from "../../../../src/domain/kit/lint/lint-kit";
import { placeTitle, reasonOf } from "../../../../src/features/kit/lint-words";
import { aKit } from "../../../support/builders/kit";

const finding = (rule: KitRule, about = "") => ({
  rule,
  about,
  place: { part: "competency", id: "sample-handling" } as const,
});

describe("what the kit page says of a finding", () => {
  it("names the part as the kit has it", () => {
    const kit = aKit();
    expect(new Set(lintKit(kit).map(({ place }) => placeTitle(kit, place)))).toEqual(
      new Set(["Instrument care", "Sample handling", "A spill at five"]),
    );
  });

  it("takes no finding about another kit", () => {
    expect(() => placeTitle(aKit({ competencies: [] }), finding("competencyNotAsked").place)).toThrow(
      "no competency sample-handling",
    );
  });

  it("has a reason of its own for every rule, with the place it is about", () => {
    const reasons = kitRules.map((rule) => reasonOf(finding(rule, "Senior")));
    expect(new Set(reasons).size).toBe(kitRules.length);
    expect(reasonOf(finding("levelTextMissing", "Senior"))).toBe("says nothing of what Senior asks for");
  });
});
