import { describe, expect, it } from "vitest";
import { isDisqualifying } from "../../../../src/domain/candidates/knock-out";

const choices = [
  { text: "None", disqualifies: true },
  { text: "One year", disqualifies: false },
  { text: "Less", disqualifies: true },
];

describe("a knock-out answer", () => {
  it("disqualifies by yes or no as the question says", () => {
    expect(isDisqualifying({ form: "yesNo", disqualifying: "no" }, { form: "yesNo", value: "no" })).toBe(
      true,
    );
    expect(isDisqualifying({ form: "yesNo", disqualifying: "no" }, { form: "yesNo", value: "yes" })).toBe(
      false,
    );
  });

  it("disqualifies by the choice that was made", () => {
    expect(isDisqualifying({ form: "single", choices }, { form: "single", value: "None" })).toBe(true);
    expect(isDisqualifying({ form: "single", choices }, { form: "single", value: "One year" })).toBe(false);
    expect(
      isDisqualifying({ form: "multiple", choices }, { form: "multiple", value: ["One year", "Less"] }),
    ).toBe(true);
    expect(isDisqualifying({ form: "multiple", choices }, { form: "multiple", value: [] })).toBe(false);
  });

  it("disqualifies by a number outside the bounds, which themselves are allowed", () => {
    const rule = { form: "number", unit: "years", minimum: 2, maximum: 10 } as const;
    const given = (value: number) => isDisqualifying(rule, { form: "number", value, unit: "years" });
    expect([1.9, 2, 10, 10.1].map(given)).toEqual([true, false, false, true]);
    expect(
      isDisqualifying({ ...rule, minimum: null, maximum: null }, { form: "number", value: -5, unit: "" }),
    ).toBe(false);
  });

  it("of another form, or a choice the question does not have, disqualifies nobody", () => {
    expect(isDisqualifying({ form: "yesNo", disqualifying: "no" }, { form: "single", value: "no" })).toBe(
      false,
    );
    expect(isDisqualifying({ form: "single", choices }, { form: "single", value: "Something" })).toBe(false);
    expect(isDisqualifying({ form: "multiple", choices }, { form: "single", value: "None" })).toBe(false);
  });
});
