import { describe, expect, it } from "vitest";
import { createPaintQueue, type PaintHost } from "../../../src/bindings/after-paint";

/** A window that draws a frame, lets time pass and hears a person only when told to. */
const aHost = () => {
  const timers = new Map<number, { readonly act: () => void; readonly milliseconds: number }>();
  const frames = new Map<number, () => void>();
  const listeners = new Map<string, Set<() => void>>();
  let next = 0;
  const host: PaintHost = {
    setTimeout: (act, milliseconds) => {
      next += 1;
      timers.set(next, { act, milliseconds });
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
  const pass = (milliseconds: number) => {
    for (const [id, timer] of [...timers]) {
      if (timer.milliseconds > milliseconds) continue;
      timers.delete(id);
      timer.act();
    }
  };
  return {
    host,
    pass,
    beginFrame: () => {
      const due = [...frames.values()];
      frames.clear();
      for (const act of due) act();
    },
    hears: (type: string) => {
      for (const act of [...(listeners.get(type) ?? [])]) act();
    },
    holdsNothing: () =>
      timers.size === 0 && frames.size === 0 && [...listeners.values()].every(({ size }) => size === 0),
  };
};

const aQueue = () => {
  const window = aHost();
  const queue = createPaintQueue(window.host);
  const ran: string[] = [];
  return { ...window, ran, add: (name: string) => queue.add(() => ran.push(name)) };
};

describe("what waits until the letter is painted", () => {
  it("runs after the frame's own callbacks and not among them", () => {
    const { add, ran, beginFrame, pass } = aQueue();
    add("taken");
    pass(0);
    expect(ran).toEqual([]);
    beginFrame();
    expect(ran).toEqual([]);
    pass(0);
    expect(ran).toEqual(["taken"]);
  });

  it("runs before whatever the person does next, in the order it came", () => {
    for (const input of ["keydown", "beforeinput", "pointerdown", "click", "focusin"]) {
      const { add, ran, hears } = aQueue();
      add("first");
      add("second");
      hears(input);
      expect(ran).toEqual(["first", "second"]);
    }
  });

  it("runs before the field, the window or the page is left", () => {
    for (const leaving of ["blur", "visibilitychange", "beforeunload", "pagehide"]) {
      const { add, ran, hears } = aQueue();
      add("taken");
      hears(leaving);
      expect(ran).toEqual(["taken"]);
    }
  });

  it("runs in a window that draws no frames", () => {
    const { add, ran, pass } = aQueue();
    add("taken");
    pass(1_000);
    expect(ran).toEqual(["taken"]);
  });

  it("runs once and leaves no frame, timer or listener behind, whichever came first", () => {
    for (const end of ["keydown", "frame", "unseen"]) {
      const { add, ran, hears, beginFrame, pass, holdsNothing } = aQueue();
      add("taken");
      if (end === "frame") beginFrame();
      if (end === "keydown") hears(end);
      else pass(1_000);
      expect(holdsNothing()).toBe(true);
      beginFrame();
      pass(1_000);
      expect(ran).toEqual(["taken"]);
    }
  });
});
