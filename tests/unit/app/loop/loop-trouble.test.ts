import { expect, it } from "vitest";
import { watchTrouble } from "../../../../src/app/loop/loop-trouble";
import { liveCell } from "../../../../src/domain/live";
import { ok } from "../../../../src/domain/result";
import { roomTrouble } from "../../../../src/features/room/room-troubles";
import type { StoreHealth } from "../../../../src/store/database/connection";
import type { SaveState } from "../../../../src/sync/persistence/attach-persistence";

const open = { state: "open" } as const;

const aDisk = (damaged: number, unreadable: number) => ({
  state: liveCell<SaveState>({ state: "saved" }),
  damaged: Array.from({ length: damaged }, () => ({ type: "checksum" }) as const),
  unreadable: Array.from({ length: unreadable }, () => ({})),
  saved: async () => ok(undefined),
});
const quiet = { trouble: liveCell<{ readonly type: string } | null>(null), tryAgain: () => undefined };

it("a loop whose log is whole has no trouble", () => {
  const { live } = watchTrouble({ health: liveCell<StoreHealth>(open) }, aDisk(0, 0), quiet);
  expect(live.get()).toBeNull();
});

it("records that were left out are said from the beginning, how many there are, unless the disk itself fails", () => {
  const health = liveCell<StoreHealth>(open);
  const disk = aDisk(1, 2);
  const { live } = watchTrouble({ health }, disk, quiet);
  expect(live.get()).toEqual({ type: "recordsDamaged", count: 3 });
  health.set({ state: "broken", error: { type: "diskFull" } });
  disk.state.set({ state: "failed", failure: { type: "storeClosed" } });
  expect(live.get()).toEqual({ type: "diskFull" });
  disk.state.set({ state: "saved" });
  expect(live.get()).toEqual({ type: "recordsDamaged", count: 3 });
});

it.each(["diskFull", "storeClosed", "accessFailed", "recordsDamaged"])(
  "the room has words for %s",
  (type) => {
    expect(roomTrouble({ type }).what).not.toContain(type);
  },
);
