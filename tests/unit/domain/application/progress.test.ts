import { describe, expect, it } from "vitest";
import {
  answerConsent,
  answerKnockOut,
  beginProgress,
  beginTake,
  clipOf,
  endTake,
  finishApplication,
  leaveApplication,
  type Progress,
  stepOf,
  submitClip,
  submitText,
} from "../../../../src/domain/application/progress";
import { toShown } from "../../../../src/domain/application/shown";
import { toTaken } from "../../../../src/domain/application/to-taken";
import { timestampSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { aClip, aScript, itemId } from "../../../support/builders/application-script";

const script = aScript();
const at = (minute: number) =>
  timestampSchema.parse(`2026-11-23T09:${String(minute).padStart(2, "0")}:00.000Z`);
const why = itemId("why");
const spill = itemId("spill");

const agreed = unwrap(answerConsent(script, beginProgress(at(0)), true, at(1)));
const yes = unwrap(answerKnockOut(script, agreed, itemId("permit"), { form: "yesNo", value: "yes" }, at(2)));
const shifts = unwrap(
  answerKnockOut(script, yes, itemId("shift"), { form: "multiple", choices: ["Morning"] }, at(3)),
);
const atPrompts = unwrap(
  answerKnockOut(script, shifts, itemId("years"), { form: "number", value: 4 }, at(4)),
);
const recorded = (progress: Progress, prompt = why, clip = aClip("take")): Progress => {
  const { take, progress: begun } = unwrap(beginTake(script, progress, prompt, "video/webm"));
  return endTake(begun, take, clip);
};

describe("the recording that would be handed in", () => {
  it.each(["unplugged", "disk", "crash"] as const)(
    "stays the good one after a retake that %s ended",
    (end) => {
      const good = recorded(atPrompts);
      expect(clipOf(recorded(good, why, aClip("cut", { end })), why)).toEqual(aClip("take"));
    },
  );

  it("is counted without the takes that were cut off", () => {
    const cut = recorded(recorded(atPrompts), why, aClip("cut", { end: "unplugged" }));
    const handedIn = unwrap(submitClip(script, cut, why, at(6)));
    expect(handedIn.responses).toMatchObject([{ kind: "video", takes: 1 }]);
  });

  it("is the newest good one, and without any the newest at all", () => {
    const cut = recorded(atPrompts, why, aClip("cut", { end: "unplugged" }));
    expect(clipOf(cut, why)).toEqual(aClip("cut", { end: "unplugged" }));
    const retaken = recorded(recorded(cut), why, aClip("again", { end: "limit" }));
    expect(clipOf(retaken, why)).toEqual(aClip("again", { end: "limit" }));
  });
});

describe("an application", () => {
  it("asks for consent first, then each question, then each prompt, then ends", () => {
    const first = unwrap(submitClip(script, recorded(atPrompts), why, at(6)));
    const second = unwrap(submitText(script, first, spill, " I mopped. ", at(7)));
    const steps = [beginProgress(at(0)), agreed, yes, shifts, atPrompts, first, second].map((progress) =>
      stepOf(script, progress),
    );
    expect(steps).toEqual([
      { step: "consent" },
      { step: "knockOut", questionId: "permit" },
      { step: "knockOut", questionId: "shift" },
      { step: "knockOut", questionId: "years" },
      { step: "prompt", promptId: "why" },
      { step: "prompt", promptId: "spill" },
      { step: "finish" },
    ]);
    expect(toTaken(script, second)).toBeNull();
    const taken = toTaken(script, unwrap(finishApplication(script, second, at(8))));
    expect(taken).toMatchObject({ end: "finished", endedAt: at(8), consent: { version: "2", at: at(1) } });
    expect(taken?.responses.map((one) => (one.kind === "text" ? one.text : one.clip.hash))).toEqual([
      aClip("take").hash,
      "I mopped.",
    ]);
  });

  it("without consent ends at once and asks nothing", () => {
    const declined = unwrap(answerConsent(script, beginProgress(at(0)), false, at(1)));
    expect(stepOf(script, declined)).toEqual({ step: "ended", end: "declined" });
    expect(
      answerKnockOut(script, declined, itemId("permit"), { form: "yesNo", value: "yes" }, at(2)),
    ).toEqual({
      ok: false,
      error: { type: "notNow" },
    });
  });

  it("ends with an answer that disqualifies, and keeps that answer", () => {
    const out = unwrap(
      answerKnockOut(script, agreed, itemId("permit"), { form: "yesNo", value: "no" }, at(2)),
    );
    expect(stepOf(script, out)).toEqual({ step: "ended", end: "knockedOut" });
    expect(toTaken(script, out)?.knockOuts).toMatchObject([{ questionId: "permit", disqualifies: true }]);
  });

  it("takes no answer to a question that is not the next, and none twice", () => {
    const years = { form: "number", value: 4 } as const;
    expect(answerKnockOut(script, agreed, itemId("years"), years, at(2)).ok).toBe(false);
    expect(answerKnockOut(script, atPrompts, itemId("years"), years, at(5)).ok).toBe(false);
    expect(answerConsent(script, agreed, false, at(2)).ok).toBe(false);
    expect(submitText(script, atPrompts, spill, "too early", at(5)).ok).toBe(false);
    expect(finishApplication(script, atPrompts, at(5)).ok).toBe(false);
  });

  it("that staff ends early keeps what was handed in, and one that had ended stays what it was", () => {
    const left = leaveApplication(recorded(atPrompts), at(9));
    expect(toTaken(script, left)).toMatchObject({ end: "left", responses: [] });
    expect(toTaken(script, left)?.knockOuts).toHaveLength(3);
    const declined = unwrap(answerConsent(script, beginProgress(at(0)), false, at(1)));
    expect(leaveApplication(declined, at(9))).toBe(declined);
  });
});

describe("the takes of a prompt", () => {
  it("are as many as the kit allows", () => {
    const twice = recorded(recorded(atPrompts), why, aClip("second"));
    expect(beginTake(script, twice, why, "video/webm")).toEqual({
      ok: false,
      error: { type: "noTakesLeft" },
    });
    expect(clipOf(twice, why)?.hash).toBe(aClip("second").hash);
  });

  it("do not count where nothing of one could be kept, and the one before stays the answer", () => {
    const { take, progress } = unwrap(beginTake(script, recorded(atPrompts), why, "video/webm"));
    const failed = endTake(progress, take, null);
    expect(clipOf(failed, why)?.hash).toBe(aClip("take").hash);
    expect(beginTake(script, failed, why, "video/webm").ok).toBe(true);
  });

  it("do not count where a device, the disk or a crash cut one off", () => {
    const cut = (["unplugged", "disk", "crash"] as const).reduce(
      (progress, end) => recorded(progress, why, aClip(end, { end })),
      atPrompts,
    );
    expect(toShown(script, cut).now).toMatchObject({ prompt: { takesLeft: 2, clip: { end: "crash" } } });
  });

  it("are needed before one can be submitted", () => {
    expect(submitClip(script, atPrompts, why, at(5))).toEqual({ ok: false, error: { type: "notNow" } });
  });

  it("are three of three minutes where the kit does not say", () => {
    const next = unwrap(submitText(script, atPrompts, why, "In writing.", at(5)));
    expect(toShown(script, next).now).toMatchObject({
      step: "prompt",
      prompt: { promptId: "spill", seconds: 180, preparationSeconds: null, takesLeft: 3, clip: null },
    });
  });
});

describe("what the candidate's window is told", () => {
  it("never says which answers end the application", () => {
    const shown = [agreed, yes, shifts].map((progress) => JSON.stringify(toShown(script, progress)));
    for (const text of shown) expect(text).not.toMatch(/disqualif|minimum|maximum/);
    expect(toShown(script, yes).now).toEqual({
      step: "knockOut",
      question: {
        questionId: "shift",
        prompt: "Which shifts can you work?",
        form: "multiple",
        choices: ["Morning", "Night", "None of these"],
        unit: "",
      },
    });
  });
});
