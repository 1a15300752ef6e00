import { describe, expect, it } from "vitest";
import { cardSchema } from "../../../../src/domain/card/card";
import { inNewestVersion, inVersionFor, sealedForm } from "../../../../src/domain/card/card-versions";
import { draftFormat } from "../../../../src/store/repositories/draft-repository";
import { parseValue } from "../../../../src/store/rows/row-format";
import version1 from "./samples/card-v1.json";
import version2 from "./samples/card-v2.json";

const withExercise = {
  ...version1,
  exercise: { rating: { kind: "blank" }, ticks: [], notes: [] },
};

describe("a kept card of version 1", () => {
  it("opens with nothing said of what version 2 brought", () => {
    const card = cardSchema.parse(withExercise);
    expect(card.answers.map(({ askedAtMs }) => askedAtMs)).toEqual([null]);
    expect(card).toMatchObject({
      formatVersion: 1,
      entered: { kind: "live" },
      onBehalf: null,
      rolePlay: null,
      clock: { shiftMs: 0 },
      exercise: { criteria: [], testAnswers: [] },
    });
  });

  it("has the fields it was sealed with and no others", () => {
    expect(sealedForm(cardSchema.parse(version1))).toEqual(version1);
    expect(sealedForm(cardSchema.parse(withExercise))).toEqual(withExercise);
  });

  it("is the same when it is read twice", () => {
    const once = cardSchema.parse(version1);
    expect(cardSchema.parse(once)).toEqual(once);
  });

  it("cannot claim what its version had no words for", () => {
    const claims = { ...version1, onBehalf: version2.onBehalf, entered: version2.entered };
    expect(cardSchema.parse(claims)).toMatchObject({ onBehalf: null, entered: { kind: "live" } });
    expect(sealedForm(cardSchema.parse(claims))).not.toEqual(claims);
  });

  it("goes on in version 2 where it lies on the disk as a draft", () => {
    const stored = { card: version1, savedAt: "2026-11-23T12:00:00.000Z" };
    const read = parseValue(draftFormat, 1, stored);
    expect(read.ok && read.value.card.formatVersion).toBe(2);
    expect(read.ok && read.value.card.answers[0]?.notes).toEqual(version1.answers[0]?.notes);
  });
});

describe("a kept card of version 2", () => {
  it("opens as it is and is sealed as it is", () => {
    const card = cardSchema.parse(version2);
    expect(card).toEqual(version2);
    expect(sealedForm(card)).toEqual(version2);
    expect(inNewestVersion(card)).toEqual(card);
  });

  it.each([
    ["without a time of its questions", { answers: version1.answers }],
    ["without saying how it was entered", { entered: undefined }],
    ["typed in by nobody in particular", { onBehalf: { reason: "Ill." } }],
  ])("is none %s", (_, fields) => {
    expect(cardSchema.safeParse({ ...version2, ...fields }).success).toBe(false);
  });

  it("of a version that is not known yet is refused", () => {
    expect(cardSchema.safeParse({ ...version2, formatVersion: 3 }).success).toBe(false);
  });
});

describe("the version a card is sealed in", () => {
  const said = cardSchema.parse(version2);
  const usual = inNewestVersion(cardSchema.parse(withExercise));

  it("is one that every program of the loop's protocol opens", () => {
    expect(sealedForm(inVersionFor(usual, 2))).toEqual(withExercise);
    expect(inVersionFor(usual, 3)).toEqual(usual);
  });

  it("leaves out nothing of who wrote the card and what they rated", () => {
    expect(inVersionFor(said, 2)).toEqual(said);
    expect(inVersionFor({ ...usual, entered: { kind: "afterwards", from: "paper" } }, 2)).toMatchObject({
      formatVersion: 2,
    });
  });
});
