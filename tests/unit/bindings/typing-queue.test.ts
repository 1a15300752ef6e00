import { describe, expect, it } from "vitest";
import { goesOnTyping, type HeardEvent } from "../../../src/bindings/goes-on-typing";
import { createTypingQueue, type TypingHost } from "../../../src/bindings/typing-queue";

/** A window that draws a frame, lets time pass and hears a person only when told to. */
const aHost = () => {
  const timers = new Map<number, { readonly act: () => void; readonly due: number }>();
  const frames = new Map<number, () => void>();
  const listeners = new Map<string, Set<(event: HeardEvent) => void>>();
  let [next, time] = [0, 0];
  const host: TypingHost = {
    performance: { now: () => time },
    setTimeout: (act, milliseconds) => {
      next += 1;
      timers.set(next, { act, due: time + milliseconds });
      return next;
    },
    clearTimeout: (timer) => void timers.delete(timer),
    requestAnimationFrame: (act) => {
      next += 1;
      frames.set(next, act);
      return next;
    },
    cancelAnimationFrame: (frame) => void frames.delete(frame),
    addEventListener: (type, act) => void listeners.set(type, (listeners.get(type) ?? new Set()).add(act)),
    removeEventListener: (type, act) => void listeners.get(type)?.delete(act),
  };
  return {
    host,
    pass: (milliseconds: number) => {
      time += milliseconds;
      for (const [id, timer] of [...timers]) {
        if (timer.due > time || !timers.delete(id)) continue;
        timer.act();
      }
    },
    beginFrame: () => {
      const due = [...frames.values()];
      frames.clear();
      for (const act of due) act();
    },
    hears: (event: HeardEvent) => {
      for (const act of [...(listeners.get(event.type) ?? [])]) act(event);
    },
    holdsNothing: () =>
      timers.size === 0 && frames.size === 0 && [...listeners.values()].every(({ size }) => size === 0),
  };
};

const field = { name: "a note" };

const aQueue = () => {
  const window = aHost();
  const queue = createTypingQueue(window.host);
  const taken: string[] = [];
  let [text, isTaken] = ["", true];
  const take = () => {
    taken.push(text);
    isTaken = true;
  };
  return {
    ...window,
    taken,
    /** A letter as the window hears of it: the key, the edit, then the field. */
    type: (letter: string, soon = false) => {
      window.hears({ type: "keydown", target: field, key: letter });
      window.hears({ type: "beforeinput", target: field, inputType: "insertText" });
      text = (isTaken ? "" : text) + letter;
      isTaken = false;
      queue.add(take, field, soon);
    },
  };
};

describe("what is typed", () => {
  it("is taken in once, when the typing rests, and not between two letters of a word", () => {
    const { type, taken, pass, beginFrame } = aQueue();
    for (const letter of ["w", "o", "n"]) {
      type(letter);
      beginFrame();
      pass(60);
    }
    expect(taken).toEqual([]);
    pass(100);
    expect(taken).toEqual(["won"]);
    pass(10_000);
    expect(taken).toEqual(["won"]);
  });

  it("is taken in while somebody types without a rest, after the frame of a letter", () => {
    const { type, taken, pass, beginFrame } = aQueue();
    let letters = 0;
    while (taken.length === 0 && letters < 30) {
      type("e");
      letters += 1;
      expect(taken).toEqual([]);
      beginFrame();
      expect(taken).toEqual([]);
      pass(0);
      if (taken.length === 0) pass(50);
    }
    expect(taken).toEqual(["e".repeat(letters)]);
    expect(letters * 50).toBeLessThanOrEqual(500);
  });

  it("is taken in as soon as it is painted where it is the first letter of a text", () => {
    const { type, taken, pass, beginFrame } = aQueue();
    type("A", true);
    type("s");
    pass(0);
    expect(taken).toEqual([]);
    beginFrame();
    expect(taken).toEqual([]);
    pass(0);
    expect(taken).toEqual(["As"]);
  });

  it("is taken in before whatever else the person does", () => {
    const others: readonly HeardEvent[] = [
      { type: "keydown", target: field, key: "Enter" },
      { type: "keydown", target: field, key: "Escape" },
      { type: "keydown", target: field, key: "Tab" },
      { type: "keydown", target: field, key: "z", ctrlKey: true },
      { type: "keydown", target: field, key: "z", metaKey: true },
      { type: "keydown", target: { name: "the page" }, key: "j" },
      { type: "beforeinput", target: field, inputType: "insertFromPaste" },
      { type: "beforeinput", target: field, inputType: "historyUndo" },
      { type: "pointerdown", target: field },
      { type: "click", target: null },
      { type: "focusin", target: null },
    ];
    for (const other of others) {
      const { type, taken, hears } = aQueue();
      type("k");
      hears(other);
      expect(taken, JSON.stringify(other)).toEqual(["k"]);
    }
  });

  it("is taken in before the field, the window or the page is left", () => {
    for (const leaving of ["blur", "visibilitychange", "beforeunload", "pagehide"]) {
      const { type, taken, hears } = aQueue();
      type("k");
      hears({ type: leaving, target: field });
      expect(taken, leaving).toEqual(["k"]);
    }
  });

  it("is taken in also in a window that draws no frames", () => {
    const { type, taken, pass } = aQueue();
    type("k", true);
    pass(1_000);
    expect(taken).toEqual(["k"]);
  });

  it("leaves no frame, timer or listener behind, whatever ended the wait", () => {
    for (const end of ["Enter", "frame", "time"]) {
      const { type, taken, hears, beginFrame, pass, holdsNothing } = aQueue();
      type("k", true);
      if (end === "Enter") hears({ type: "keydown", target: field, key: end });
      if (end === "frame") beginFrame();
      pass(1_000);
      expect(holdsNothing(), end).toBe(true);
      beginFrame();
      pass(1_000);
      expect(taken, end).toEqual(["k"]);
    }
  });
});

describe("a press that goes on typing", () => {
  const press = (key: string, held: Partial<HeardEvent> = {}): boolean =>
    goesOnTyping({ type: "keydown", target: null, key, ...held });

  it("is a character of any script, or moves or deletes in the text", () => {
    for (const key of ["a", "Ä", " ", "5", "ש", "😀", "Backspace", "Delete", "ArrowLeft", "Shift", "Dead"])
      expect(press(key), key).toBe(true);
  });

  it("is whatever a script is composed with, Enter too", () => {
    expect(press("Enter", { isComposing: true })).toBe(true);
    expect(press("Enter")).toBe(false);
  });

  it("is none that is held with Ctrl, Command or Alt", () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(press("q", held), JSON.stringify(held)).toBe(false);
  });
});
