import { describe, expect, it } from "vitest";
import type { RatingScale } from "../../../../src/domain/kit/scale";
import {
  type InterviewActions,
  interviewBindings,
} from "../../../../src/features/interview/interview-bindings";
import type { Subject } from "../../../../src/features/interview/subject";
import { aKit } from "../../../support/builders/kit";

const [question] = aKit().questions;
if (question === undefined) throw new Error("the kit has a question");

const subject = (overrides: Partial<Subject> = {}): Subject => ({
  key: question.id,
  item: { kind: "question", questionId: question.id },
  title: "Sample handling",
  kindName: "Competency",
  prompt: question.prompt,
  expected: "",
  positive: question.positive,
  negative: question.negative,
  scale: aKit().questionScale,
  state: "open",
  evidence: { rating: { kind: "blank" }, ticks: [], notes: [] },
  ...overrides,
});

/** Presses keys against the bindings of the moment and writes down what was done. */
const keyboard = (about: Subject, mode: InterviewActions["mode"] = null) => {
  const done: string[] = [];
  const note = (text: string): void => {
    done.push(text);
  };
  const bindings = interviewBindings({
    subject: about,
    mode,
    setMode: (next) => note(`mode ${next}`),
    go: (by) => note(`go ${by}`),
    rate: (rating) => note(rating.kind === "rated" ? `rate ${rating.value}` : rating.kind),
    mark: (state) => note(`mark ${state}`),
    tick: (id, seen) => note(`tick ${id} ${seen}`),
    note: (quote) => note(quote ? "quote" : "note"),
    handOff: () => note("hand over"),
    seal: () => note("seal"),
    undo: { keys: "ctrl+z", does: "Take the last change back", run: () => note("undo") },
  });
  return {
    done,
    keys: bindings.map((binding) => binding.keys),
    /** The first binding that acts on the key, as the window's listener picks it. */
    press: (key: string) => bindings.find(({ keys, active }) => keys === key && active !== false)?.run(),
  };
};

const sevenPoints: RatingScale = [1, 2, 3, 4, 5, 6, 7].map((value) => ({
  value,
  label: `${value}`,
  anchor: "",
}));

describe("the keys of an interview", () => {
  it("rate with as many digits as the item's scale has points", () => {
    const digits = (about: Subject) => keyboard(about).keys.filter((key) => /^\d$/.test(key));
    expect(digits(subject())).toEqual(["1", "2", "3", "4"]);
    expect(digits(subject({ scale: aKit().exerciseScale }))).toEqual(["1", "2", "3"]);
    expect(digits(subject({ scale: sevenPoints }))).toHaveLength(7);
  });

  it("do what the screen's rules say", () => {
    const board = keyboard(subject());
    for (const key of ["j", "k", "space", "n", "3", "enter", "ctrl+q", "h", "ctrl+enter", "ctrl+z"]) {
      board.press(key);
    }
    expect(board.done).toEqual([
      "go 1",
      "go -1",
      "mark asked",
      "mark notAsked",
      "rate 3",
      "note",
      "quote",
      "hand over",
      "seal",
      "undo",
    ]);
  });

  it("do not ask what is not asked: an exercise has neither asked nor not asked", () => {
    const board = keyboard(subject({ item: { kind: "exercise" }, state: null }));
    board.press("space");
    board.press("n");
    expect(board.done).toEqual([]);
  });

  it("await a letter after + and after -", () => {
    const board = keyboard(subject());
    board.press("+");
    board.press("-");
    expect(board.done).toEqual(["mode seen", "mode opposite"]);
  });
});

describe("the keys while a letter is awaited", () => {
  it("tick the sign with the letter and leave the mode", () => {
    const board = keyboard(subject(), "seen");
    board.press("a");
    expect(board.done).toEqual(["mode null", "tick q-samples-good-1 seen"]);
  });

  it("tick the opposite after -", () => {
    const board = keyboard(subject(), "opposite");
    board.press("c");
    expect(board.done).toEqual(["mode null", "tick q-samples-warn-1 opposite"]);
  });

  it("take the same tick off again, and turn a tick round that says the other thing", () => {
    const ticked = (mode: InterviewActions["mode"]) => {
      const [first] = question.positive;
      if (first === undefined) throw new Error("the question has a good sign");
      const evidence = {
        rating: { kind: "blank" as const },
        ticks: [{ indicatorId: first.id, seen: "seen" as const }],
        notes: [],
      };
      const board = keyboard(subject({ evidence }), mode);
      board.press("a");
      return board.done.at(-1);
    };
    expect(ticked("seen")).toBe("tick q-samples-good-1 null");
    expect(ticked("opposite")).toBe("tick q-samples-good-1 opposite");
  });

  it("let a letter without a sign end the mode and do nothing else, also where it is a key of the screen", () => {
    const board = keyboard(subject(), "seen");
    board.press("n");
    board.press("j");
    board.press("h");
    expect(board.done).toEqual(["mode null", "mode null", "mode null"]);
  });

  it("let Escape end the mode", () => {
    const board = keyboard(subject(), "seen");
    board.press("escape");
    expect(board.done).toEqual(["mode null"]);
  });

  it("let every other key end the mode and act as always", () => {
    const board = keyboard(subject(), "seen");
    board.press("3");
    board.press("ctrl+enter");
    expect(board.done).toEqual(["mode null", "rate 3", "mode null", "seal"]);
  });

  it("let - follow + without a letter between", () => {
    const board = keyboard(subject(), "seen");
    board.press("-");
    expect(board.done.at(-1)).toBe("mode opposite");
  });
});
