import { expect, it } from "vitest";
import type { EntryBookState } from "../../../../src/app/loop/entry-book";
import { watchForOlderCopy } from "../../../../src/app/loop/older-copy";
import { liveCell } from "../../../../src/domain/live";
import { allCards, ana, idOf } from "../../../support/sealing/loop-world";

const [anas, bens] = allCards;

/** What the laptop of Ana makes of entries that arrive, with one that it put there itself. */
const arriving = (onDisk: EntryBookState["entries"], put: string | null) => {
  const state = liveCell<EntryBookState>({ entries: onDisk, refused: [] });
  let insisted = 0;
  const undo = watchForOlderCopy({ state, isPut: (hash) => hash === put }, idOf(ana), {
    insistOnCatchingUp: () => {
      insisted += 1;
    },
  });
  state.set({ entries: [anas, bens], refused: [] });
  undo();
  return insisted;
};

it("an entry of this laptop that others bring shows that its disk is an older copy", () => {
  expect(arriving([], null)).toBe(1);
});

it("what was on the disk, what it puts there itself and what others signed show nothing", () => {
  expect(arriving([anas], null)).toBe(0);
  expect(arriving([], anas.hash)).toBe(0);
});
