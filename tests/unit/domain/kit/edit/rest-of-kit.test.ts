import { describe, expect, it } from "vitest";
import { applyEdit } from "../../../../../src/domain/kit/edit/apply-edit";
import type { KitEdit, TextSpot } from "../../../../../src/domain/kit/edit/kit-edit";
import { startHistory, undone, withEdit } from "../../../../../src/domain/kit/edit/kit-history";
import { anchoredBy } from "../../../../../src/domain/kit/edit/scale-points";
import { textAt } from "../../../../../src/domain/kit/edit/set-text";
import { type Kit, kitSchema } from "../../../../../src/domain/kit/kit";
import { exerciseScaleOf } from "../../../../../src/domain/kit/lookup";
import { unwrap } from "../../../../../src/domain/result";
import { richKit as kit } from "./rich-kit";

const edited = (edit: KitEdit, from: Kit = kit): Kit => unwrap(applyEdit(from, edit));
const written = (spot: TextSpot, text: string, from: Kit = kit): Kit =>
  edited({ type: "setText", spot, text }, from);
const refusal = (edit: KitEdit, from: Kit = kit) => {
  const result = applyEdit(from, edit);
  return result.ok ? null : result.error;
};
const labels = ({ exerciseScale }: Kit) => exerciseScale.map(({ value, label }) => `${value} ${label}`);
const anchors = (of: Kit) => of.exercises.map((one) => one.anchors.map(({ label, text }) => [label, text]));

describe("a role player's guide", () => {
  const spot = (field: Extract<TextSpot, { in: "role" }>["field"]) =>
    ({ in: "role", exerciseId: "spill", id: "caller", field }) as const;

  it("takes its private texts, lists one a line, and refuses an empty name", () => {
    const next = written(
      spot("doNot"),
      "Do not help\n\nDo not shout",
      written(spot("motivation"), "Go home."),
    );
    expect(next.exercises[0]?.roles[0]).toMatchObject({
      motivation: "Go home.",
      doNot: ["Do not help", "Do not shout"],
    });
    expect(textAt(next, spot("doNot"))).toBe("Do not help\nDo not shout");
    expect(refusal({ type: "setText", spot: spot("name"), text: " " })).toEqual({ type: "emptyText" });
  });

  it("changes its place among the roles, and is gone in another exercise", () => {
    const move = { type: "moveRole", id: "neighbour", before: "caller" } as const;
    expect(edited({ ...move, exerciseId: "spill" }).exercises[0]?.roles.map(({ id }) => String(id))).toEqual([
      "neighbour",
      "caller",
    ]);
    expect(refusal({ ...move, exerciseId: "paper" })).toEqual({ type: "gone" });
  });
});

describe("an item of a test", () => {
  it("takes its expected answer, also none, but no empty prompt", () => {
    const spot = { in: "testItem", exerciseId: "paper", id: "two", field: "expected" } as const;
    expect(written(spot, "Drift and a dirty cell.").exercises[1]?.items[1]?.expected).toBe(
      "Drift and a dirty cell.",
    );
    expect(written({ ...spot, id: "one" }, "").exercises[1]?.items[0]?.expected).toBe("");
    expect(refusal({ type: "setText", spot: { ...spot, field: "prompt" }, text: "" })).toEqual({
      type: "emptyText",
    });
  });

  it("changes its place", () => {
    const moved = edited({ type: "moveTestItem", exerciseId: "paper", id: "one", before: null });
    expect(moved.exercises[1]?.items.map(({ id }) => String(id))).toEqual(["two", "one"]);
  });
});

describe("a knock-out question's answer", () => {
  const set = (answer: Extract<KitEdit, { type: "setAnswer" }>["answer"]) =>
    ({ type: "setAnswer", knockOutId: "shifts", answer }) as const;

  it("is any of the four forms, with what ends the application", () => {
    const choices = [
      { text: "Nights", disqualifies: false },
      { text: "Never", disqualifies: true },
    ];
    for (const answer of [
      { form: "yesNo", disqualifying: "yes" },
      { form: "single", choices },
      { form: "multiple", choices },
      { form: "number", unit: "nights", minimum: 2, maximum: 2 },
    ] as const)
      expect(edited(set(structuredClone(answer) as never)).knockOuts[0]?.answer).toEqual(answer);
  });

  it("has two choices that are not empty, and limits that somebody can keep", () => {
    const one = { text: "Nights", disqualifies: false };
    expect(refusal(set({ form: "single", choices: [one] }))).toEqual({ type: "tooFewChoices" });
    expect(refusal(set({ form: "multiple", choices: [one, { ...one, text: " " }] }))).toEqual({
      type: "tooFewChoices",
    });
    expect(refusal(set({ form: "number", unit: "", minimum: 3, maximum: 2 }))).toEqual({
      type: "limitsCrossed",
    });
  });
});

describe("the times of a video prompt and the weight of a criterion", () => {
  it("are numbers in their bounds, and only the times may be left open", () => {
    const video = { in: "videoPrompts", id: "why" } as const;
    const time = (field: "responseSeconds" | "preparationSeconds" | "takes", value: number | null) =>
      ({ type: "setNumber", spot: { ...video, field }, value }) as const;
    expect(edited(time("preparationSeconds", 0)).videoPrompts[0]?.preparationSeconds).toBe(0);
    expect(edited(time("takes", null)).videoPrompts[0]?.takes).toBeNull();
    expect(refusal(time("takes", 0))).toEqual({ type: "badNumber", least: 1, most: null });
    const weight = (value: number | null) =>
      ({ type: "setNumber", spot: { in: "resumeCriteria", id: "degree", field: "weight" }, value }) as const;
    expect(edited(weight(2.5)).resumeCriteria[0]?.weight).toBe(2.5);
    expect(refusal(weight(null))?.type).toBe("badNumber");
  });
});

it("a resume criterion becomes a question for the reviewer and keeps its words", () => {
  expect(
    edited({ type: "setForm", criterionId: "degree", form: "question" }).resumeCriteria[0],
  ).toMatchObject({ form: "question", text: "Shows a training." });
  expect(refusal({ type: "setForm", criterionId: "nobody", form: "question" })).toEqual({ type: "gone" });
});

describe("a lead text", () => {
  it("comes to its place in the order of the page, and goes with its last word", () => {
    const spot = { in: "intro", section: "core", field: "paragraphs" } as const;
    const next = written(spot, "First.\n\nSecond.");
    expect(next.intros.map(({ section, paragraphs }) => [section, paragraphs])).toEqual([
      ["core", ["First.", "Second."]],
      ["framework", ["How it grows."]],
    ]);
    expect(textAt(next, spot)).toBe("First.\n\nSecond.");
    expect(written(spot, "", next)).toEqual(kit);
  });
});

describe("a rating scale", () => {
  const scale = "exerciseScale";

  it("has three to seven points, and the refusal says so", () => {
    const wrong = { type: "scaleLength", least: 3, most: 7 };
    expect(refusal({ type: "removePoint", scale, value: 1 })).toEqual(wrong);
    const seven = ["A", "B", "C", "D"].reduce(
      (grown, label) => edited({ type: "addPoint", scale, label }, grown),
      kit,
    );
    expect(labels(seven)).toHaveLength(7);
    expect(refusal({ type: "addPoint", scale, label: "E" }, seven)).toEqual(wrong);
    expect(kitSchema.parse(seven)).toEqual(seven);
  });

  it("keeps every anchor when it gets a point, of which the exercises say nothing yet", () => {
    const next = edited({ type: "addPoint", scale, label: "Outstanding" });
    expect(labels(next)).toEqual(["1 Below", "2 Meets", "3 Exceeds", "4 Outstanding"]);
    expect(anchors(next)).toEqual(anchors(kit));
  });

  it("loses a point with what the exercises said of it, counts anew, and one step back brings all of it again", () => {
    const four = edited({ type: "addPoint", scale, label: "Outstanding" });
    expect(anchoredBy(four, "Meets").map(({ title }) => title)).toEqual(["A spill at five", "On paper"]);
    const edit = { type: "removePoint", scale, value: 2 } as const;
    const three = edited(edit, four);
    expect(labels(three)).toEqual(["1 Below", "2 Exceeds", "3 Outstanding"]);
    expect(anchors(three)).toEqual([
      [],
      [
        ["Below", "Two of four."],
        ["Exceeds", ""],
      ],
    ]);
    expect(unwrap(undone(withEdit(startHistory(four), three, null, 0))).kit).toEqual(four);
  });

  it("takes the anchors along when a point gets another name or another place", () => {
    const named = written({ in: "scale", scale, value: 2, field: "label" }, "Reaches");
    expect(exerciseScaleOf(named, named.exercises[1] as never).map(({ anchor }) => anchor)).toEqual([
      "Two of four.",
      "Three of four.",
      "",
    ]);
    const moved = edited({ type: "movePoint", scale, value: 3, before: 1 });
    expect(labels(moved)).toEqual(["1 Exceeds", "2 Below", "3 Meets"]);
    expect(anchors(moved)).toEqual(anchors(kit));
  });

  it("never calls two points the same, nor one as an anchor that has no point", () => {
    expect(refusal({ type: "addPoint", scale, label: " meets" })).toEqual({ type: "labelTaken" });
    const label = { in: "scale", scale, value: 1, field: "label" } as const;
    expect(refusal({ type: "setText", spot: label, text: "Exceeds" })).toEqual({ type: "labelTaken" });
    expect(refusal({ type: "setText", spot: label, text: "" })).toEqual({ type: "emptyText" });
    const stray = {
      ...kit,
      exercises: kit.exercises.map((one) => ({ ...one, anchors: [{ label: "Fair", text: "So so." }] })),
    };
    expect(refusal({ type: "setText", spot: label, text: "Fair" }, stray)).toEqual({ type: "labelTaken" });
  });

  it("of questions leaves the exercises alone", () => {
    const three = edited({ type: "removePoint", scale: "questionScale", value: 2 });
    expect(three.questionScale.map(({ value, label }) => [value, label])).toEqual([
      [1, "Below"],
      [2, "Meets"],
      [3, "Exceeds"],
    ]);
    expect(three.exercises).toEqual(kit.exercises);
  });
});

describe("what the source announced beyond what it has", () => {
  it("is forgotten one count at a time, and comes back with an undo", () => {
    const announced = {
      competencyQuestions: 16,
      attitudeQuestions: 8,
      videoPrompts: 2,
      resumeCriteria: null,
    };
    const from = { ...kit, announced };
    const next = edited({ type: "dropAnnounced", what: "competencyQuestions" }, from);
    expect(next).toEqual({ ...from, announced: { ...announced, competencyQuestions: null } });
    expect(unwrap(undone(withEdit(startHistory(from), next, null, 0))).kit).toEqual(from);
  });
});

describe("the order of competencies", () => {
  it("is changed within a discipline, and the others keep theirs", () => {
    const ids = kit.competencies.map(({ id }) => String(id));
    const [first = "", second = ""] = ids;
    const next = edited({ type: "move", list: "competencies", id: second, before: first });
    expect(next.competencies.map(({ id }) => String(id))).toEqual([second, first, ...ids.slice(2)]);
    expect(kitSchema.parse(next).questions).toEqual(kit.questions);
  });
});
