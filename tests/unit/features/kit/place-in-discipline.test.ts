import { expect, it } from "vitest";
import { applyEdit } from "../../../../src/domain/kit/edit/apply-edit";
import type { Kit } from "../../../../src/domain/kit/kit";
import { kitSchema } from "../../../../src/domain/kit/kit";
import { unwrap } from "../../../../src/domain/result";
import { beforeInKit } from "../../../../src/features/kit/edit/place-in-discipline";
import { aKit } from "../../../support/builders/kit";

/** A kit with these competencies; the first letter names the discipline. */
const kitOf = (...names: readonly string[]): Kit => {
  const kit = aKit();
  const [competency] = kit.competencies;
  return kitSchema.parse({
    ...kit,
    questions: [],
    exercises: [],
    disciplines: [...new Set(names.map(([letter = ""]) => letter))].map((id) => ({ id, name: id })),
    competencies: names.map((id) => ({ ...competency, id, disciplineId: id.charAt(0), name: id })),
  });
};
const moved = (kit: Kit, id: string, before: string | null): readonly string[] => {
  const edit = {
    type: "move",
    list: "competencies",
    id,
    before: beforeInKit(kit.competencies, id, before),
  } as const;
  return unwrap(applyEdit(kit, edit)).competencies.map((known) => known.id);
};

it("a competency that is put last in its discipline stays before the next discipline's", () => {
  expect(moved(kitOf("a1", "a2", "b1"), "a1", null)).toEqual(["a2", "a1", "b1"]);
  expect(moved(kitOf("a1", "a2", "b1"), "a2", null)).toEqual(["a1", "a2", "b1"]);
  expect(moved(kitOf("a1", "b1", "a2", "b2"), "a1", null)).toEqual(["b1", "a2", "a1", "b2"]);
});

it("one of the last discipline goes to the kit's end, and one that is alone stays where it is", () => {
  expect(moved(kitOf("a1", "b1", "b2"), "b1", null)).toEqual(["a1", "b2", "b1"]);
  expect(moved(kitOf("a1", "b1"), "a1", null)).toEqual(["a1", "b1"]);
});

it("one that is put before another goes there", () => {
  expect(moved(kitOf("a1", "a2", "b1"), "a2", "a1")).toEqual(["a2", "a1", "b1"]);
});
