import { describe, expect, it } from "vitest";
import { timestampSchema } from "../../../../src/domain/ids";
import { err, ok, type Result } from "../../../../src/domain/result";
import type { StoreFailure } from "../../../../src/store/failure";
import { createDraftCell, type StoredDraft } from "../../../../src/store/repositories/draft-cell";
import { aCard, aSlot, noon } from "../../../support/builders/record";

type Outcome = Result<StoredDraft | null, StoreFailure>;
const draft = (takeaway: string) => aCard(aSlot("bench", ["ana"]), "ana", {}, { takeaway });
const later = timestampSchema.parse("2026-11-23T12:05:00.000Z");
const stored = (takeaway: string, savedAt = noon): Outcome => ok({ card: draft(takeaway), savedAt });
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A disk whose reads and writes end when the test says so. */
const aCell = () => {
  const reads: ((outcome: Outcome) => void)[] = [];
  const writes: ((outcome: Outcome) => void)[] = [];
  const cell = createDraftCell({
    read: () => new Promise((resolve) => reads.push(resolve)),
    write: () => new Promise((resolve) => writes.push(resolve)),
  });
  const shown = () => {
    const known = cell.live.get();
    return known.state === "ready" && known.value !== null
      ? [known.value.card.takeaway, known.value.save, known.value.savedAt]
      : known;
  };
  return { ...cell, reads, writes, shown };
};
const nothing = () => undefined;

describe("a draft card", () => {
  it("is saving until its own write is done, even when an older one's is", async () => {
    const { save, writes, shown } = aCell();
    void save(draft("First."));
    void save(draft("Second."));
    writes[0]?.(stored("First."));
    await settled();
    expect(shown()).toEqual(["Second.", "saving", noon]);
    writes[1]?.(stored("Second.", later));
    await settled();
    expect(shown()).toEqual(["Second.", "saved", later]);
  });

  it("that is typed while the disk is still being read is not replaced by what the disk had", async () => {
    const { live, save, reads, shown } = aCell();
    live.subscribe(nothing);
    void save(draft("Typed."));
    reads[0]?.(stored("Old."));
    await settled();
    expect(shown()).toEqual(["Typed.", "saving", null]);
  });

  it("keeps the card and the time of the last durable write when a write fails, and says failed", async () => {
    const { save, writes, shown } = aCell();
    const first = save(draft("First."));
    writes[0]?.(stored("First."));
    await first;
    const second = save(draft("Second."));
    writes[1]?.(err({ type: "diskFull" }));
    expect(await second).toEqual({ ok: false, error: { type: "diskFull" } });
    expect(shown()).toEqual(["Second.", "failed", noon]);
  });

  it("that failed is in use until it is written, so that closing the subject does not drop it", async () => {
    const { save, writes, retry, isInUse } = aCell();
    const saving = save(draft("First."));
    expect(isInUse()).toBe(true);
    writes[0]?.(err({ type: "diskFull" }));
    await saving;
    expect(isInUse()).toBe(true);
    retry();
    writes[1]?.(stored("First."));
    await settled();
    expect(isInUse()).toBe(false);
  });

  it("whose reading failed is read again by a retry while somebody looks", async () => {
    const { live, reads, retry, shown } = aCell();
    const leave = live.subscribe(nothing);
    reads[0]?.(err({ type: "storeClosed" }));
    await settled();
    expect(live.get()).toEqual({ state: "failed", error: { type: "storeClosed" } });
    retry();
    reads[1]?.(stored("Old."));
    await settled();
    expect(shown()).toEqual(["Old.", "saved", noon]);
    leave();
  });
});
