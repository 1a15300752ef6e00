import { describe, expect, it } from "vitest";
import { createRefusalBook, type KeptRefusals, maxCounted } from "../../../../src/app/loop/refusal-book";
import { hashSchema } from "../../../../src/domain/ids";
import { liveCell } from "../../../../src/domain/live";
import type { LoopView, RefusedEntry } from "../../../../src/domain/loop/loop-view";
import { refusalsSchema } from "../../../../src/domain/loop/refusals";
import { ana, ben, idOf, noon } from "../../../support/sealing/loop-world";

const now = () => noon;
const hash = hashSchema.parse("a".repeat(43));

const refusedCall: RefusedEntry = {
  hash: "forged-call",
  kind: "call",
  deviceId: idOf(ben),
  reason: "notTheAuthority",
  card: null,
};

const viewOf = (refused: readonly RefusedEntry[]) => liveCell<LoopView>({ refused } as unknown as LoopView);

/** Writes down and reads as the disk does. */
const restarted = (kept: KeptRefusals) =>
  createRefusalBook({ now }, { ...kept, list: refusalsSchema.parse(JSON.parse(JSON.stringify(kept.list))) });

describe("what was refused, after a restart", () => {
  it("is listed with its times, connections and damage to shared text among it", () => {
    const book = createRefusalBook({ now });
    book.fromGate({ reason: "malformed", deviceId: idOf(ben) });
    book.undone({ damage: "notesEmptied", deviceId: idOf(ben) });
    book.vanished({ hash, restored: true, deviceId: idOf(ben) });
    const again = restarted(book.toKeep());
    expect(again.list.get()).toEqual(book.list.get());
    expect(again.list.get().rows.map(({ source }) => source)).toEqual([
      "connection",
      "sharedText",
      "vanished",
    ]);
  });

  it("is not counted once more because the refused entry is still in the loop, whenever it is met", () => {
    const book = createRefusalBook({ now });
    book.follow(viewOf([refusedCall]));
    const again = restarted(book.toKeep());
    const view = viewOf([]);
    again.follow(view);
    view.set({ ...view.get(), refused: [refusedCall] });
    expect(again.list.get().rows).toMatchObject([{ reason: "notTheAuthority", count: 1 }]);
  });

  it("counts a second entry of the same kind, and one that was gone and comes back", () => {
    const book = createRefusalBook({ now });
    book.follow(viewOf([refusedCall]));
    const again = restarted(book.toKeep());
    const view = viewOf([refusedCall]);
    again.follow(view);
    view.set({ ...view.get(), refused: [refusedCall, { ...refusedCall, hash: "another" }] });
    expect(again.list.get().rows[0]?.count).toBe(2);
    view.set({ ...view.get(), refused: [] });
    view.set({ ...view.get(), refused: [refusedCall] });
    expect(again.list.get().rows[0]?.count).toBe(3);
  });

  it("leaves out what was damaged on the disk, which each start finds anew", () => {
    const book = createRefusalBook({ now });
    book.damagedOnDisk({ damaged: [], unreadable: [{ key: "1" }] as never });
    expect(book.list.get().rows).toHaveLength(1);
    expect(restarted(book.toKeep()).list.get().rows).toEqual([]);
  });

  it("stays bounded however many entries were refused", () => {
    const book = createRefusalBook({ now });
    const flood = Array.from({ length: 3_000 }, (_, at) => ({ ...refusedCall, hash: `forged-${at}` }));
    book.follow(viewOf(flood));
    const kept = book.toKeep();
    expect(kept.counted).toHaveLength(maxCounted);
    expect(kept.counted.at(-1)).toBe("forged-2999");
    expect(kept.list.rows).toMatchObject([{ count: 3_000 }]);
  });
});

describe("an entry that another laptop signed it had put back", () => {
  it("is told once, also after a restart", () => {
    const restored = {
      hash: hashSchema.parse("b".repeat(43)),
      entryHash: hash,
      deviceId: idOf(ana),
      at: noon,
      kind: "card",
      card: null,
    };
    const book = createRefusalBook({ now });
    book.putBack([restored]);
    book.putBack([restored]);
    const again = restarted(book.toKeep());
    again.putBack([restored]);
    expect(again.list.get().rows).toMatchObject([
      { reason: "putBackElsewhere", count: 1, deviceId: idOf(ana) },
    ]);
  });
});
