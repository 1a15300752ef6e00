import { describe, expect, it } from "vitest";
import { archive } from "../../../../src/domain/candidates/acts";
import {
  beginDeleting,
  departedSchema,
  endDeleting,
  nobodyDeparted,
} from "../../../../src/domain/candidates/departed";
import { candidateIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { anApplication, later, onDay, twoCriteria } from "../../../support/builders/application";

const ana = { at: onDay(4), by: "Ana" };
const application = anApplication();
const { candidateId } = application;
const screened = later(application, {
  ...ana,
  kind: "screenBegun",
  criteria: [...twoCriteria],
  wanted: 2,
});
const archived = unwrap(archive(screened, ana, "withdrew", "Took another offer"));

describe("a person who is deleted", () => {
  it("stays in the counts by how far the applications came and why they had ended, without any name or id", () => {
    const begun = beginDeleting(nobodyDeparted, candidateId, [application, archived], "askedFor");
    const done = endDeleting(begun, candidateId);
    expect(done.counts).toEqual([
      { kitId: application.kitId, steps: ["application"], cause: null, count: 1 },
      { kitId: application.kitId, steps: ["application", "resumeScreen"], cause: "withdrew", count: 1 },
    ]);
    const text = JSON.stringify(done);
    for (const known of [candidateId, application.id, "Took another offer", "Ana"])
      expect(text).not.toContain(known);
    expect(departedSchema.parse(JSON.parse(text))).toEqual(done);
  });

  it("is counted once, however often the deletion is begun before it is done", () => {
    const begun = beginDeleting(nobodyDeparted, candidateId, [application], "timeOver");
    expect(beginDeleting(begun, candidateId, [application], "timeOver")).toBe(begun);
  });

  it("is counted with the others who came as far", () => {
    const other = candidateIdSchema.parse("candidate-000000000002");
    const begun = beginDeleting(nobodyDeparted, candidateId, [application], "other");
    const both = beginDeleting(begun, other, [application], "other");
    expect(both.counts.map(({ count }) => count)).toEqual([2]);
    expect(both.deleting).toEqual([candidateId, other]);
  });

  it("is not counted where adding them was a mistake", () => {
    expect(beginDeleting(nobodyDeparted, candidateId, [application], "mistake").counts).toEqual([]);
  });
});
