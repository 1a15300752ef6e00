import { describe, expect, it } from "vitest";
import { loopRecordSchema } from "../../../../src/domain/record/record";
import { verdictLines } from "../../../../src/features/record/verify-words";

describe("what differs between two records", () => {
  it.each(Object.keys(loopRecordSchema.shape))(
    "is said in words and not as the format's name: %s",
    (part) => {
      const [, line] = verdictLines({ kind: "recordDiffers", parts: [part] });
      expect(line).toMatch(/^Differs: (?:the|which|who|when|what) /);
    },
  );

  it("is the name of the part where this program has no word for it", () => {
    expect(verdictLines({ kind: "recordDiffers", parts: ["toString"] })[1]).toBe("Differs: toString");
  });
});
