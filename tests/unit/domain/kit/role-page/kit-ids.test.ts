import { afterEach, describe, expect, it, vi } from "vitest";
import { questionIdSchema } from "../../../../../src/domain/ids";
import { idMaker } from "../../../../../src/domain/kit/role-page/kit-ids";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("ids made from titles", () => {
  it("are the title as a slug, numbered from 2 where it is taken", () => {
    const next = idMaker(questionIdSchema);
    expect([next("Sample care!", "x"), next("sample CARE", "x"), next("样本", "question")]).toEqual([
      "sample-care",
      "sample-care-2",
      "question",
    ]);
  });

  it("step over a number that another title already has", () => {
    const next = idMaker(questionIdSchema);
    expect([next("Care 2", "x"), next("Care", "x"), next("Care", "x")]).toEqual(["care-2", "care", "care-3"]);
  });

  it("do not count from 2 again for every repeated title", () => {
    const next = idMaker(questionIdSchema);
    const lookUps = vi.spyOn(Set.prototype, "has");
    for (let count = 0; count < 500; count += 1) next("Care", "x");
    expect(lookUps.mock.calls.length).toBeLessThan(500 * 4);
    vi.restoreAllMocks();
    expect(next("Care", "x")).toBe("care-501");
  });
});
