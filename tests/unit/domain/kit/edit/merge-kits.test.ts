import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { competencyIdSchema } from "../../../../../src/domain/ids";
import { applyEdit } from "../../../../../src/domain/kit/edit/apply-edit";
import type { KitEdit } from "../../../../../src/domain/kit/edit/kit-edit";
import { startHistory, undone, withEdit } from "../../../../../src/domain/kit/edit/kit-history";
import { mergeKits } from "../../../../../src/domain/kit/edit/merge-kits";
import { type Kit, kitSchema } from "../../../../../src/domain/kit/kit";
import { kitReferenceProblems } from "../../../../../src/domain/kit/kit-references";
import { unwrap } from "../../../../../src/domain/result";
import { aKit } from "../../../../support/builders/kit";
import { anyEdit } from "./any-edit";

const kit = aKit();
const edited = (edit: KitEdit, from: Kit = kit): Kit => unwrap(applyEdit(from, edit));
const prompt = (text: string, id = "q-samples") =>
  edited({ type: "setText", spot: { in: "questions", id, field: "prompt" }, text });

describe("two windows that edit one kit", () => {
  it("keep both changes where they changed different texts, also of one question", () => {
    const mine = prompt("Mine?");
    const theirs = edited({ type: "setText", spot: { in: "sign", id: "q-samples-good-1" }, text: "Theirs." });
    const both = unwrap(mergeKits(kit, mine, theirs));
    expect(both.questions[0]?.prompt).toBe("Mine?");
    expect(both.questions[0]?.positive[0]?.text).toBe("Theirs.");
  });

  it("keep both questions that were added at once, each behind what it was put behind, in the order that one of them changed", () => {
    const add = (salt: string): KitEdit => ({
      type: "addQuestion",
      target: { kind: "competency", competencyId: competencyIdSchema.parse("sample-handling") },
      levelIds: [],
      roundId: null,
      prompt: `New ${salt}`,
      salt,
    });
    const mine = edited(
      { type: "move", list: "questions", id: "q-candour", before: "q-samples" },
      edited(add("a")),
    );
    const both = unwrap(mergeKits(kit, mine, edited(add("b"))));
    expect(both.questions.map(({ id }) => id)).toEqual([
      "q-candour",
      "question-b",
      "q-samples",
      "q-instruments",
      "question-a",
    ]);
  });

  it("keep both points that were added to one scale at once, numbered anew without gaps", () => {
    const add = (label: string): KitEdit => ({ type: "addPoint", scale: "questionScale", label });
    const both = unwrap(mergeKits(kit, edited(add("Rare")), edited(add("Unheard of"))));
    const points = kit.questionScale.length;
    expect(both.questionScale.map(({ value }) => value)).toEqual(
      Array.from({ length: points + 2 }, (_, at) => at + 1),
    );
    expect(
      both.questionScale
        .slice(points)
        .map(({ label }) => label)
        .toSorted(),
    ).toEqual(["Rare", "Unheard of"]);
  });

  it("refuse the later of two changes of one text, and name the place; with a preference that side stands", () => {
    const [mine, theirs] = [prompt("Mine?"), prompt("Theirs?")];
    expect(mergeKits(kit, mine, theirs)).toEqual({
      ok: false,
      error: { type: "changedElsewhere", path: ["questions", "q-samples", "prompt"] },
    });
    expect(unwrap(mergeKits(kit, mine, theirs, "mine")).questions[0]?.prompt).toBe("Mine?");
    expect(unwrap(mergeKits(kit, mine, theirs, "theirs")).questions[0]?.prompt).toBe("Theirs?");
  });

  it("refuse to remove a question that the other changed", () => {
    const gone = edited({ type: "remove", list: "questions", id: "q-samples" });
    expect(mergeKits(kit, gone, prompt("Theirs?"))).toEqual({
      ok: false,
      error: { type: "changedElsewhere", path: ["questions", "q-samples"] },
    });
  });

  it("refuse what leaves a question without its competency, although each change holds by itself", () => {
    const withNone = edited({ type: "remove", list: "questions", id: "q-instruments" });
    const removed = edited({ type: "remove", list: "competencies", id: "instrument-care" }, withNone);
    const asked = edited(
      {
        type: "setTarget",
        questionId: "q-samples",
        target: { kind: "competency", competencyId: competencyIdSchema.parse("instrument-care") },
      },
      withNone,
    );
    expect(mergeKits(withNone, removed, asked)).toEqual({
      ok: false,
      error: { type: "removedElsewhere", from: "questions[0].target.competencyId" },
    });
  });

  it("take back their own last change and leave the other's", () => {
    const history = withEdit(startHistory(kit), prompt("Mine?"), null, 0);
    const theirs = edited(
      { type: "setText", spot: { in: "kit", field: "title" }, text: "Theirs" },
      history.kit,
    );
    const back = unwrap(undone({ ...history, kit: theirs }));
    expect(back.kit).toEqual({ ...kit, title: "Theirs" });
  });
});

describe("any two edits made at once", () => {
  const anyTwo = fc.tuple(anyEdit(kit), anyEdit(kit)).map((edits) =>
    edits.map((edit) => {
      const result = applyEdit(kit, edit);
      return result.ok ? result.value : kit;
    }),
  );

  it("give a kit that holds, or are refused; one that changed nothing gives the other's", () => {
    fc.assert(
      fc.property(anyTwo, ([mine = kit, theirs = kit]) => {
        const merged = mergeKits(kit, mine, theirs);
        if (merged.ok) {
          expect(kitSchema.parse(merged.value)).toEqual(merged.value);
          expect(kitReferenceProblems(merged.value)).toEqual([]);
        }
        expect(unwrap(mergeKits(kit, mine, kit))).toEqual(mine);
        expect(unwrap(mergeKits(kit, kit, theirs))).toEqual(theirs);
        expect(unwrap(mergeKits(kit, mine, mine))).toEqual(mine);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
