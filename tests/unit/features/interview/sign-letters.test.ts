import { describe, expect, it } from "vitest";
import { type Indicator, indicatorSchema } from "../../../../src/domain/kit/kit";
import { signAt, signLetter } from "../../../../src/features/interview/sign-letters";

const signs = (side: string, count: number): Indicator[] =>
  Array.from({ length: count }, (_, index) => indicatorSchema.parse({ id: `${side}-${index}`, text: side }));

const subject = { positive: signs("good", 4), negative: signs("bad", 3) };

describe("the letters of signs", () => {
  it("run on from the good signs to the warning signs", () => {
    expect([0, 3, 4, 6].map(signLetter)).toEqual(["a", "d", "e", "g"]);
    expect(signAt(subject, "d")?.id).toBe("good-3");
    expect(signAt(subject, "e")?.id).toBe("bad-0");
  });

  it("belong to no sign past the last one", () => {
    expect(signAt(subject, "g")?.id).toBe("bad-2");
    expect(signAt(subject, "h")).toBeNull();
  });

  it("end at z: a sign behind it is ticked by a click alone", () => {
    expect(signLetter(25)).toBe("z");
    expect(signLetter(26)).toBeNull();
  });

  it("are no digits and no words", () => {
    expect(signAt(subject, "1")).toBeNull();
    expect(signAt(subject, "")).toBeNull();
    expect(signAt(subject, "ab")).toBeNull();
  });
});
