import { describe, expect, it } from "vitest";
import { prepCardOutline } from "../../../../src/documents/outlines/prep-card";
import { exerciseIdSchema, questionIdSchema, timestampSchema } from "../../../../src/domain/ids";
import type { HandOff, LoopView } from "../../../../src/domain/loop/loop-view";
import { type PrepSource, prepOf } from "../../../../src/domain/loop/prep";
import { aKit } from "../../../support/builders/kit";
import { aCardState, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, noon, personId, slotId } from "../../../support/builders/record";

const ana = aPerson("ana", ["facilitator", "panelist"]);
const ben = aPerson("ben", ["panelist"]);
const cleo = aPerson("cleo", ["panelist"]);
const [samples, instruments, candour] = ["q-samples", "q-instruments", "q-candour"].map((id) =>
  questionIdSchema.parse(id),
) as [
  ReturnType<typeof questionIdSchema.parse>,
  ReturnType<typeof questionIdSchema.parse>,
  ReturnType<typeof questionIdSchema.parse>,
];

const plan = aPlan([
  { ...aSlot("noon", ["ana", "cleo"]), startsAt: "2026-11-23T12:00", questionIds: [candour, instruments] },
  { ...aSlot("morning", ["ben"]), startsAt: "2026-11-23T09:00", questionIds: [samples, instruments] },
  {
    ...aSlot("evening", ["ana"]),
    startsAt: "2026-11-23T17:00",
    questionIds: [],
    exerciseId: exerciseIdSchema.parse("spill"),
  },
]);

const note = (id: string, from: string, to: string | null, text: string): HandOff => ({
  id,
  from: personId(from),
  to: to === null ? null : personId(to),
  text,
  at: timestampSchema.parse(noon),
});

const view = (overrides: Partial<LoopView> = {}): LoopView =>
  aLoopView([ana, ben, cleo], {
    plan,
    coverage: [
      { slotId: slotId("morning"), questionId: samples, personId: ben.personId, state: "asked" },
      { slotId: slotId("morning"), questionId: instruments, personId: ben.personId, state: "skippedForTime" },
      { slotId: slotId("noon"), questionId: candour, personId: cleo.personId, state: "prompted" },
    ],
    handOffs: [
      note("1", "ben", "ana", "Ask for the date of the drift."),
      note("2", "ben", null, "Speak slowly, the line was bad."),
      note("3", "ben", "cleo", "For Cleo alone."),
      note("4", "ana", null, "From Ana herself."),
    ],
    ...overrides,
  });

const source = (overrides: Partial<LoopView> = {}): PrepSource => ({ ...view(overrides), plan, kit: aKit() });

describe("what a panelist prepares", () => {
  it("says what was arranged for the candidate", () => {
    const plan = { ...source().plan, accommodations: "30 minutes more" };
    expect(prepOf({ ...source(), plan }, ana).accommodations).toBe("30 minutes more");
    const text = JSON.stringify(prepCardOutline(prepOf({ ...source(), plan }, ana), { madeAt: noon }));
    expect(text).toContain("30 minutes more");
    expect(JSON.stringify(prepCardOutline(prepOf(source(), ana), { madeAt: noon }))).not.toContain(
      "Arranged",
    );
  });

  it("is their own slots in the order of the day, each with its questions in the planned order", () => {
    const { slots } = prepOf(source(), ana);
    expect(slots.map(({ slot }) => slot.slotId)).toEqual([slotId("noon"), slotId("evening")]);
    expect(slots[0]?.questions.map(({ topic }) => topic)).toEqual(["Candour", "Instrument care"]);
    expect(slots[0]?.with).toEqual(["cleo"]);
  });

  it("says what good looks like at the loop's level, and what an attitude means", () => {
    const [slot] = prepOf(source(), ben).slots;
    expect(slot?.questions[0]?.expected).toBe("Labels and stores samples by the book. Carries most weight.");
    expect(prepOf(source(), ana).slots[0]?.questions[0]?.expected).toBe("Says early what went wrong.");
  });

  it("says of every slot before which questions were asked and which were not", () => {
    const [noonSlot, evening] = prepOf(source(), ana).slots;
    expect(noonSlot?.earlier.map(({ title, topics }) => [title, topics])).toEqual([
      [
        plan.slots[1]?.title,
        [
          { topic: "Sample handling", state: "asked" },
          { topic: "Instrument care", state: "skippedForTime" },
        ],
      ],
    ]);
    expect(evening?.earlier).toHaveLength(2);
    expect(prepOf(source(), ben).slots[0]?.earlier).toEqual([]);
  });

  it("leaves out a slot that was called off before anything was asked in it, and no other", () => {
    const [noonSlot, morning, evening] = plan.slots;
    if (!noonSlot || !morning || !evening) throw new Error("the plan has three slots");
    const calledOff = { ...plan, slots: [noonSlot, { ...morning, cancelled: true as const }, evening] };
    const earlierOf = (overrides: Partial<LoopView>) =>
      prepOf({ ...source(overrides), plan: calledOff }, ana).slots[0]?.earlier.map(({ title }) => title);
    expect(earlierOf({ coverage: [] })).toEqual([]);
    expect(earlierOf({})).toEqual(["morning"]);
  });

  it("has the notes that were handed over to them or to all, and neither a colleague's nor their own", () => {
    expect(prepOf(source(), ana).handOffs.map(({ text, toAll }) => [text, toAll])).toEqual([
      ["Ask for the date of the drift.", false],
      ["Speak slowly, the line was bad.", true],
    ]);
  });

  it("is the same whatever earlier cards say, sealed, half done or opened", () => {
    const cards = [
      aCardState("ben", "morning", {
        progress: { answered: 2, of: 2 },
        sealed: [aSealed("ben", "morning", ["ana"], { opened: { state: "withheld" } })],
      }),
    ];
    const [without, withCards] = [prepOf(source({ cards: [] }), ana), prepOf(source({ cards }), ana)];
    expect(withCards).toEqual(without);
    expect(JSON.stringify(withCards)).not.toContain("answered");
  });
});

describe("a prep card on paper", () => {
  const outline = () => prepCardOutline(prepOf(source(), ana), { madeAt: noon });
  const words = (): string => JSON.stringify(outline().body);

  it("begins a page for each slot", () => {
    const heads = outline().body.flatMap((block) =>
      block.kind === "heading" && block.level === 1 ? [block.newPage ?? false] : [],
    );
    expect(heads).toEqual([false, true]);
  });

  it("has a box for each point of the scale and each way to have no rating, so that it can be typed in afterwards", () => {
    const kit = aKit();
    for (const { value } of kit.questionScale) expect(words()).toContain(`\u2610 ${value}`);
    for (const { value, label } of kit.exerciseScale) expect(words()).toContain(`\u2610 ${value} ${label}`);
    for (const sign of ["\u2610 ?", "\u2610 ~", "\u2610 not asked", "\u2610 no time", "\u2610 Strong yes"])
      expect(words()).toContain(sign);
  });

  it("says so where somebody has no slot", () => {
    const nobody = aPerson("dora", ["observer"]);
    const { body } = prepCardOutline(prepOf(source(), nobody), { madeAt: noon });
    expect(JSON.stringify(body)).toContain("has no slot in this loop");
  });
});
