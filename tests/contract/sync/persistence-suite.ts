import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loopIdSchema } from "../../../src/domain/ids";
import type { LoopPersistence } from "../../../src/sync/persistence/loop-persistence";
import { anId } from "../../support/builders/ids";

/** One disk under test. `reopen` gives what the next start of the program would see. */
export interface PersistenceRig {
  readonly open: () => Promise<LoopPersistence>;
  readonly reopen: () => Promise<LoopPersistence>;
  readonly close: () => Promise<void>;
}

const first = anId(loopIdSchema, "first");
const second = anId(loopIdSchema, "second");
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const recordsOf = async (
  persistence: LoopPersistence,
  loopId: typeof first,
): Promise<readonly number[][]> => {
  const loaded = await persistence.load(loopId);
  if (!loaded.ok) throw new Error(`not loaded: ${loaded.error.type}`);
  expect(loaded.value.unreadable).toEqual([]);
  return loaded.value.updates.map((record) => [...record]);
};

/** What every implementation of `LoopPersistence` keeps. */
export const persistenceSuite = (name: string, newRig: () => Promise<PersistenceRig>): void => {
  describe(`${name} as the log of loops`, () => {
    let rig: PersistenceRig;
    beforeEach(async () => {
      rig = await newRig();
    });
    afterEach(() => rig.close());

    it("has nothing of a loop it never saw", async () => {
      expect(await recordsOf(await rig.open(), first)).toEqual([]);
    });

    it("gives back after a restart every record whose append resolved, byte for byte", async () => {
      const persistence = await rig.open();
      const every = Uint8Array.from({ length: 256 }, (_, value) => value);
      expect(await persistence.append(first, bytes(0, 255, 7))).toEqual({ ok: true, value: undefined });
      await persistence.append(first, every);
      await persistence.append(first, bytes());
      const records = await recordsOf(await rig.reopen(), first);
      expect(records).toHaveLength(3);
      expect(records).toEqual(expect.arrayContaining([[0, 255, 7], [...every], []]));
    });

    it("keeps records whose appends overlapped", async () => {
      const persistence = await rig.open();
      const appended = await Promise.all(
        Array.from({ length: 40 }, (_, index) => persistence.append(first, bytes(index))),
      );
      expect(appended.every(({ ok }) => ok)).toBe(true);
      const records = await recordsOf(await rig.reopen(), first);
      expect(records.flat().sort((one, other) => one - other)).toEqual([...Array(40).keys()]);
    });

    it("keeps the bytes as they were when append was called", async () => {
      const persistence = await rig.open();
      const record = bytes(1, 2, 3);
      const appending = persistence.append(first, record);
      record.fill(9);
      await appending;
      expect(await recordsOf(await rig.reopen(), first)).toEqual([[1, 2, 3]]);
    });

    it("keeps loops apart", async () => {
      const persistence = await rig.open();
      await persistence.append(first, bytes(1));
      await persistence.append(second, bytes(2));
      await persistence.compact(first, bytes(3));
      expect(await recordsOf(await rig.reopen(), first)).toEqual([[3]]);
      expect(await recordsOf(await rig.reopen(), second)).toEqual([[2]]);
    });

    it("puts one record in the place of those appended before the call", async () => {
      const persistence = await rig.open();
      await persistence.append(first, bytes(1));
      await persistence.append(first, bytes(2));
      expect(await persistence.compact(first, bytes(12))).toEqual({ ok: true, value: undefined });
      await persistence.append(first, bytes(3));
      const records = await recordsOf(await rig.reopen(), first);
      expect(records).toHaveLength(2);
      expect(records).toEqual(expect.arrayContaining([[12], [3]]));
    });

    it("keeps what is appended while the one record is still being made, and everything where there is none", async () => {
      const persistence = await rig.open();
      await persistence.append(first, bytes(1));
      let made = (_record: Uint8Array | null): void => undefined;
      const later = new Promise<Uint8Array | null>((resolve) => {
        made = resolve;
      });
      const compacting = persistence.compact(first, later);
      await persistence.append(first, bytes(2));
      made(bytes(12));
      expect(await compacting).toEqual({ ok: true, value: undefined });
      expect(await persistence.compact(first, Promise.resolve(null))).toEqual({ ok: true, value: undefined });
      const records = await recordsOf(await rig.reopen(), first);
      expect(records).toHaveLength(2);
      expect(records).toEqual(expect.arrayContaining([[12], [2]]));
    });

    it("replaces what an earlier start wrote once that was loaded", async () => {
      await (await rig.open()).append(first, bytes(1));
      const reopened = await rig.reopen();
      await reopened.load(first);
      await reopened.compact(first, bytes(7));
      expect(await recordsOf(await rig.reopen(), first)).toEqual([[7]]);
    });

    it("takes a record of 2 MB", async () => {
      const persistence = await rig.open();
      const large = Uint8Array.from({ length: 2 * 1024 * 1024 }, (_, index) => (index * 31) % 251);
      await persistence.append(first, large);
      const loaded = await (await rig.reopen()).load(first);
      const held = loaded.ok ? loaded.value.updates[0] : undefined;
      expect(held?.length).toBe(large.length);
      expect(held?.every((value, index) => value === large[index])).toBe(true);
    });
  });
};
