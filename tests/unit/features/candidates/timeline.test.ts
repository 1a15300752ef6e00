import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import { eventText } from "../../../../src/features/candidates/timeline";
import { onDay } from "../../../support/builders/application";

describe("the timeline of an application", () => {
  it("says a file's name, and only what it is while names are masked", () => {
    const document = {
      hash: hashSchema.parse("h".repeat(43)),
      name: "CV_Noor_Haddad.pdf",
      kind: "pdf",
      bytes: 10,
    } as const;
    const event = { at: onDay(3), by: "Ana", kind: "documentKept", document } as const;
    expect(eventText(event, false).what).toBe("File kept: CV_Noor_Haddad.pdf");
    expect(eventText(event, true).what).toBe("File kept: PDF");
  });
});
