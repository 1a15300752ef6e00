import { expect, it } from "vitest";
import { keepStoreOpen, reopenPauseMs } from "../../../../src/app/services/keep-store-open";
import { liveCell } from "../../../../src/domain/live";
import { err, ok } from "../../../../src/domain/result";
import type { StoreHealth } from "../../../../src/store/database/connection";

/** A store on a disk that is full until told otherwise, and a clock that is moved by hand. */
const aStore = () => {
  const health = liveCell<StoreHealth>({ state: "open" });
  const waiting: { readonly after: number; readonly act: () => void }[] = [];
  let full = true;
  let tries = 0;
  return {
    health,
    breaks: () => health.set({ state: "broken", error: { type: "diskFull" } }),
    hasRoom: () => {
      full = false;
    },
    tries: () => tries,
    waiting,
    reopen: async () => {
      tries += 1;
      if (full) return err({ type: "openFailed" as const, reason: "" });
      health.set({ state: "open" });
      return ok(undefined);
    },
    after: (milliseconds: number, act: () => void) => {
      const timer = { after: milliseconds, act };
      waiting.push(timer);
      return () => void waiting.splice(waiting.indexOf(timer), 1);
    },
    pass: async () => {
      waiting.shift()?.act();
      await Promise.resolve().then(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

it("a store that broke is opened again after each pause until it takes writes, and then left alone", async () => {
  const store = aStore();
  keepStoreOpen(store, store.after);
  expect(store.waiting).toEqual([]);
  store.breaks();
  expect(store.waiting.map(({ after }) => after)).toEqual([reopenPauseMs]);
  await store.pass();
  await store.pass();
  expect(store.tries()).toBe(2);
  expect(store.waiting).toHaveLength(1);
  store.hasRoom();
  await store.pass();
  expect(store.health.get().state).toBe("open");
  expect(store.waiting).toEqual([]);
});

it("its undo ends the trying", () => {
  const store = aStore();
  const undo = keepStoreOpen(store, store.after);
  store.breaks();
  undo();
  expect(store.waiting).toEqual([]);
});
