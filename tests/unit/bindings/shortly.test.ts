import { describe, expect, it } from "vitest";
import type { HeardEvent } from "../../../src/bindings/goes-on-typing";
import { createShowQueue, type ShowHost } from "../../../src/bindings/shortly";

/** A window that lets time pass and hears a person only when told to. */
const aHost = () => {
  const timers = new Map<number, () => void>();
  const listeners = new Map<string, Set<(event: HeardEvent) => void>>();
  let next = 0;
  const host: ShowHost = {
    setTimeout: (act) => {
      next += 1;
      timers.set(next, act);
      return next;
    },
    clearTimeout: (timer) => void timers.delete(timer),
    addEventListener: (type, act) => void listeners.set(type, (listeners.get(type) ?? new Set()).add(act)),
    removeEventListener: (type, act) => void listeners.get(type)?.delete(act),
  };
  return {
    host,
    pause: () => {
      const due = [...timers.values()];
      timers.clear();
      for (const act of due) act();
    },
    person: (type: string) => {
      for (const act of [...(listeners.get(type) ?? [])]) act({ type, target: null });
    },
    holdsNothing: () => timers.size === 0 && [...listeners.values()].every(({ size }) => size === 0),
  };
};

const aQueue = () => {
  const window = aHost();
  return { ...window, queue: createShowQueue(window.host) };
};

describe("what is shown shortly", () => {
  it("runs once after the pause, however often it was given, and not before", () => {
    const { queue, pause } = aQueue();
    let shown = 0;
    const show = () => {
      shown += 1;
    };
    queue.add(show);
    queue.add(show);
    expect(shown).toBe(0);
    pause();
    expect(shown).toBe(1);
    pause();
    expect(shown).toBe(1);
  });

  it("runs before a person's next key or press is heard", () => {
    for (const input of ["keydown", "beforeinput", "pointerdown", "click", "focusin"]) {
      const { queue, person } = aQueue();
      let shown = false;
      queue.add(() => {
        shown = true;
      });
      person(input);
      expect(shown).toBe(true);
    }
  });

  it("does not run once it was undone", () => {
    const { queue, pause } = aQueue();
    let shown = false;
    queue.add(() => {
      shown = true;
    })();
    pause();
    expect(shown).toBe(false);
  });

  it("runs after a pause of its own where it is given while others run", () => {
    const { queue, pause } = aQueue();
    const shown: string[] = [];
    queue.add(() => {
      shown.push("first");
      queue.add(() => shown.push("second"));
    });
    pause();
    expect(shown).toEqual(["first"]);
    pause();
    expect(shown).toEqual(["first", "second"]);
  });

  it("runs at once where something else is shown at once, and not again after the pause", () => {
    const { queue, pause, holdsNothing } = aQueue();
    let shown = 0;
    queue.add(() => {
      shown += 1;
    });
    queue.now();
    expect(shown).toBe(1);
    expect(holdsNothing()).toBe(true);
    pause();
    expect(shown).toBe(1);
  });

  it("leaves no timer or listener behind", () => {
    const { queue, pause, holdsNothing } = aQueue();
    queue.add(() => undefined);
    expect(holdsNothing()).toBe(false);
    pause();
    expect(holdsNothing()).toBe(true);
  });
});
