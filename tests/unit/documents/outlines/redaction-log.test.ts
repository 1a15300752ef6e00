import { describe, expect, it } from "vitest";
import { redactionLogSection } from "../../../../src/documents/outlines/redaction-log";
import { closedDisclosure } from "../../../../src/domain/record/audiences";

describe("the log of what was taken out", () => {
  it.each([
    ["secondRatings", "Ratings after the discussion"],
    ["levelReadings", "Level readings"],
    ["missing", "Missing cards"],
    ["cards 2", "Card 2, in the order of this document"],
    ["somethingLater", "Another part of the record"],
  ])("says in words where, and not by the name of the format: %s", (place, words) => {
    const said = JSON.stringify(
      redactionLogSection("subjectAccess", closedDisclosure, [{ place, reason: "panelist", times: 1 }]),
    );
    expect(said).toContain(words);
    if (!place.includes(" ")) expect(said).not.toContain(place);
  });

  it("lists for the person that who accepted confidentiality is left out, though declared conflicts are shown", () => {
    const said = (audience: "subjectAccess" | "hrFile") =>
      JSON.stringify(redactionLogSection(audience, closedDisclosure, []));
    expect(said("subjectAccess")).toContain("Confidentiality accepted");
    expect(said("subjectAccess")).not.toContain("conflicts of interest declared");
    expect(said("hrFile")).not.toContain("Confidentiality accepted");
  });
});
