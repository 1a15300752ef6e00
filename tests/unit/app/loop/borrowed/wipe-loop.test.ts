import { describe, expect, it } from "vitest";
import { wipingSetting } from "../../../../../src/app/loop/borrowed/borrowed-setting";
import { finishWiping, type WipeParts, wipeLoop } from "../../../../../src/app/loop/borrowed/wipe-loop";
import { type Hash, hashSchema, type LoopId, loopIdSchema } from "../../../../../src/domain/ids";
import { err, ok, unwrap } from "../../../../../src/domain/result";
import type { Setting } from "../../../../../src/store/repositories/setting-repository";
import { aHash, anId } from "../../../../support/builders/ids";

const loopId = anId(loopIdSchema, "loop");
const kitRoot = aHash(hashSchema, "kitRoot");

/** A laptop's disk, which may lose power at a step of a wiping. */
const aDisk = (others: readonly { readonly loopId: LoopId }[] | "unreadable" = []) => {
  const settings = new Map<string, string>();
  const thawed: Hash[] = [];
  const forgotten: LoopId[] = [];
  let broken: "key" | "rows" | null = null;
  const get = async <Value>({ key, schema, fallback }: Setting<Value>) => {
    const stored = settings.get(key);
    return ok(stored === undefined ? fallback : schema.parse(JSON.parse(stored)));
  };
  const parts = {
    destroySubject: async () => (broken === "key" ? err({ type: "notWritable" }) : ok(undefined)),
    store: {
      loops: {
        all: async () => (others === "unreadable" ? err({ type: "malformed" }) : ok(others)),
      },
      forgetSubject: async (subjectId: LoopId) => {
        if (broken === "rows") return err({ type: "diskFull" });
        forgotten.push(subjectId);
        return ok(undefined);
      },
      kits: {
        thaw: async (root: Hash) => {
          thawed.push(root);
          return ok(undefined);
        },
      },
      settings: {
        get,
        put: async (setting: Setting<unknown>, value: unknown) => {
          settings.set(setting.key, JSON.stringify(value));
          return ok(undefined);
        },
        keys: async () => ok([...settings.keys()]),
        removeAll: async (isMeant: (key: string) => boolean) => {
          for (const key of [...settings.keys()].filter(isMeant)) settings.delete(key);
          return ok(undefined);
        },
      },
    },
  } as unknown as WipeParts;
  return {
    parts,
    settings,
    thawed,
    forgotten,
    breakAt: (step: typeof broken) => {
      broken = step;
    },
  };
};

describe("the frozen kit of a loop that is wiped", () => {
  const other = { loopId: anId(loopIdSchema, "other") };
  const thawedBeside = async (others: Parameters<typeof aDisk>[0], noted: Hash | null) => {
    const disk = aDisk(others);
    if (noted !== null) disk.settings.set(`frozenKit.${other.loopId}`, JSON.stringify(noted));
    disk.settings.set(`frozenKit.${loopId}`, JSON.stringify(kitRoot));
    unwrap(await wipeLoop(disk.parts, loopId, kitRoot));
    expect(disk.settings.has(`frozenKit.${loopId}`)).toBe(false);
    return disk.thawed;
  };

  it("goes with the loop where no other loop reads it", async () => {
    expect(await thawedBeside([{ loopId }], null)).toEqual([kitRoot]);
    expect(await thawedBeside([{ loopId }, other], aHash(hashSchema, "otherKit"))).toEqual([kitRoot]);
  });

  it("stays where another loop of the laptop reads it, or has not said which one it reads", async () => {
    expect(await thawedBeside([{ loopId }, other], kitRoot)).toEqual([]);
    expect(await thawedBeside([{ loopId }, other], null)).toEqual([]);
    expect(await thawedBeside("unreadable", null)).toEqual([]);
  });
});

describe("a wiping that was interrupted", () => {
  it.each(["key", "rows"] as const)(
    "at its %s is finished at the next start, the frozen kit included",
    async (step) => {
      const disk = aDisk();
      disk.settings.set(`borrowed.${loopId}`, "true");
      disk.breakAt(step);
      expect(await wipeLoop(disk.parts, loopId, kitRoot)).toMatchObject({ ok: false });
      expect(disk.thawed).toEqual([]);
      disk.breakAt(null);
      await finishWiping(disk.parts);
      expect(disk.thawed).toEqual([kitRoot]);
      expect(disk.forgotten).toEqual([loopId]);
      expect([...disk.settings.keys()]).toEqual([]);
    },
  );

  it("and written down before the kit was noted is finished all the same", async () => {
    const disk = aDisk();
    disk.settings.set(`wiping.${loopId}`, "true");
    await finishWiping(disk.parts);
    expect(disk.forgotten).toEqual([loopId]);
    expect(disk.thawed).toEqual([]);
    expect([...disk.settings.keys()]).toEqual([]);
  });

  it("is none where nothing was noted", async () => {
    const { parts } = aDisk();
    expect(unwrap(await parts.store.settings.get(wipingSetting(loopId)))).toBeNull();
  });
});
