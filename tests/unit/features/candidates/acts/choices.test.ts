import { describe, expect, it } from "vitest";
import { applicationStates, standingOf } from "../../../../../src/domain/candidates/standing";
import { unwrap } from "../../../../../src/domain/result";
import { actOf, choicesIn, needsReason } from "../../../../../src/features/candidates/acts/choices";
import { anAnswer, anApplication, later, onDay } from "../../../../support/builders/application";

const at = onDay(12);
const form = { by: "Ana", reason: "Because of this", cause: "criteriaNotMet" } as const;
const someInState = {
  applied: anApplication(),
  knockedOut: later(anApplication(), { at, by: null, kind: "answered", results: [anAnswer("no")] }),
  held: later(anApplication(), { at, by: "Ana", kind: "held", reason: "On leave" }),
  advanced: later(anApplication(), { at, by: "Ana", kind: "advanced", reason: "" }),
  archived: later(anApplication(), { at, by: "Ana", kind: "archived", cause: "other", reason: "x" }),
};

describe("what may be done with an application", () => {
  it("is offered only where the domain takes it", () => {
    for (const application of Object.values(someInState))
      for (const choice of choicesIn(standingOf(application).state))
        expect(actOf(choice, form)(application, at)).toMatchObject({ ok: true });
  });

  it("asks for a reason exactly where the domain refuses without one", () => {
    for (const application of Object.values(someInState)) {
      const { state } = standingOf(application);
      for (const choice of choicesIn(state))
        expect(actOf(choice, { ...form, reason: "" })(application, at).ok).toBe(!needsReason(choice, state));
    }
  });

  it("is named for every state", () => {
    expect(applicationStates.map((state) => choicesIn(state).length)).toEqual([3, 2, 3, 3, 3, 2, 1, 0, 1]);
    expect(unwrap(actOf("archive", form)(someInState.applied, at)).events.at(-1)).toMatchObject({
      cause: "criteriaNotMet",
    });
  });
});
