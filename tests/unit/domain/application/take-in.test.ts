import { describe, expect, it } from "vitest";
import {
  answerConsent,
  answerKnockOut,
  beginProgress,
  leaveApplication,
} from "../../../../src/domain/application/progress";
import { takeIn, takenIn } from "../../../../src/domain/application/take-in";
import {
  type TakenApplication,
  takenApplicationSchema,
} from "../../../../src/domain/application/taken-application";
import { toTaken } from "../../../../src/domain/application/to-taken";
import { type Application, applicationSchema } from "../../../../src/domain/candidates/application";
import { standingOf } from "../../../../src/domain/candidates/standing";
import { timestampSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { aScript, itemId } from "../../../support/builders/application-script";

const script = aScript();
const at = (minute: number) => timestampSchema.parse(`2026-11-23T09:0${minute}:00.000Z`);
const application: Application = applicationSchema.parse({
  id: script.applicationId,
  candidateId: script.candidateId,
  kitId: script.kitId,
  events: [{ kind: "applied", source: "laptop", at: at(0), by: null }],
  drafts: [],
});
const takenWith = (permit: "yes" | "no"): TakenApplication => {
  const agreed = unwrap(answerConsent(script, beginProgress(at(0)), true, at(1)));
  const given = { form: "yesNo", value: permit } as const;
  const answered = unwrap(answerKnockOut(script, agreed, itemId("permit"), given, at(2)));
  return takenApplicationSchema.parse(toTaken(script, leaveApplication(answered, at(3))));
};

describe("an application that was taken on this laptop", () => {
  it("is kept whole, and taking it in a second time changes nothing", () => {
    const taken = takenWith("yes");
    const once = takeIn(application, taken);
    expect(takenIn(once)).toEqual([taken]);
    expect(takeIn(once, taken)).toBe(once);
    expect(takeIn(once, { ...taken, endedAt: at(7) })).toBe(once);
    expect(takenIn(takeIn(once, { ...taken, startedAt: at(5), endedAt: at(7) }))).toHaveLength(2);
    expect(applicationSchema.parse(once)).toEqual(once);
  });

  it("waits for a person where an answer disqualifies, and goes on where none does", () => {
    expect(standingOf(takeIn(application, takenWith("no"))).state).toBe("knockedOut");
    expect(standingOf(takeIn(application, takenWith("yes"))).state).toBe("applied");
  });
});
