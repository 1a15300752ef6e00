import { describe, expect, it } from "vitest";
import type { DraftState } from "../../../../src/bindings/services";
import { type Loadable, liveCell } from "../../../../src/domain/live";
import { cardOpened } from "../../../../src/features/interview/card-opened";
import { createSaveShown, type Save } from "../../../../src/features/interview/save-shown";
import { aCard, aSlot } from "../../../support/builders/record";

const card = aCard(aSlot("morning", ["Mara"]), "Mara", {});

const state = (save: Save): Loadable<DraftState | null> => ({
  state: "ready",
  value: { card, save, savedAt: null },
});

/** Time passes when told to. */
const aClock = () => {
  const timers = new Map<number, () => void>();
  let next = 0;
  return {
    setTimeout: (act: () => void) => {
      next += 1;
      timers.set(next, act);
      return next;
    },
    clearTimeout: (timer: number) => void timers.delete(timer),
    pass: () => {
      const due = [...timers.values()];
      timers.clear();
      for (const act of due) act();
    },
    holdsNothing: () => timers.size === 0,
  };
};

const aNote = (save: Save = "saved") => {
  const clock = aClock();
  const draft = liveCell(state(save));
  const typing = liveCell(false);
  const shown = createSaveShown({ draft, typing }, clock);
  const told: Save[] = [];
  const stop = shown.subscribe(() => told.push(shown.get()));
  return { clock, typing, shown, told, stop, write: (next: Save) => draft.set(state(next)) };
};

describe("the word whether a card is saved", () => {
  it("is with the very letter that it is not", () => {
    const { typing, shown } = aNote();
    expect(shown.get()).toBe("saved");
    typing.set(true);
    expect(shown.get()).toBe("saving");
  });

  it("is that it is saved only once nothing is on its way for a moment", () => {
    const { typing, shown, write, clock } = aNote();
    typing.set(true);
    write("saving");
    typing.set(false);
    clock.pass();
    expect(shown.get()).toBe("saving");
    write("saved");
    expect(shown.get()).toBe("saving");
    clock.pass();
    expect(shown.get()).toBe("saved");
  });

  it("does not change between two letters, however fast the disk is", () => {
    const { typing, told, write, clock } = aNote();
    for (let letter = 0; letter < 5; letter += 1) {
      typing.set(true);
      clock.pass();
      write("saving");
      typing.set(false);
      write("saved");
    }
    expect(told).toEqual(["saving"]);
  });

  it("is at once that it could not be saved, also right after a letter", () => {
    const { typing, shown, write } = aNote();
    typing.set(true);
    write("failed");
    expect(shown.get()).toBe("saving");
    typing.set(false);
    expect(shown.get()).toBe("failed");
  });

  it("is that of the card at once where it is opened, and leaves no timer behind", () => {
    expect(aNote("saved").shown.get()).toBe("saved");
    const { stop, write, clock } = aNote("saving");
    write("saved");
    expect(clock.holdsNothing()).toBe(false);
    stop();
    expect(clock.holdsNothing()).toBe(true);
  });
});

describe("a card on the desk", () => {
  it("is the one that was opened while it is written again and again", () => {
    const draft = liveCell(state("saved"));
    const opened = cardOpened(draft);
    const first = opened.get();
    draft.set(state("saving"));
    expect(opened.get()).toBe(first);
  });

  it("is another where a newer copy came from elsewhere into its place", () => {
    const draft = liveCell(state("saved"));
    const opened = cardOpened(draft);
    const first = opened.get();
    draft.set({ state: "ready", value: { card, save: "saving", savedAt: null, replaced: 1 } });
    expect(opened.get()).toBe(draft.get());
    expect(opened.get()).not.toBe(first);
  });

  it("is another where there was none before, and none where it was thrown away", () => {
    const none: Loadable<DraftState | null> = { state: "ready", value: null };
    const draft = liveCell<Loadable<DraftState | null>>(none);
    const opened = cardOpened(draft);
    draft.set(state("saving"));
    expect(opened.get()).toBe(draft.get());
    draft.set(none);
    expect(opened.get()).toBe(none);
  });
});
