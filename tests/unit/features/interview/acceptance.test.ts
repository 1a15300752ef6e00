import { describe, expect, it } from "vitest";
import { missingIn } from "../../../../src/features/interview/acceptance/use-acceptance";
import { acceptTrouble } from "../../../../src/features/interview/acceptance/words";

describe("what somebody says of a conflict of interest", () => {
  it("is said by nobody but themselves: nothing is taken for none", () => {
    expect(missingIn({ kind: "unsaid" })).toBe("conflictUnsaid");
    expect(acceptTrouble({ type: "conflictUnsaid" }).what).toBe(
      "Say whether you have a conflict of interest.",
    );
  });

  it("is told where one is declared", () => {
    expect(missingIn({ kind: "declared", text: "  " })).toBe("reasonMissing");
    expect(missingIn({ kind: "declared", text: "We shared an office." })).toBeNull();
    expect(missingIn({ kind: "none" })).toBeNull();
  });
});
